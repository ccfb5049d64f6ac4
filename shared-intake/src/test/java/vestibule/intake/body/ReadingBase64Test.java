package vestibule.intake.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts spell the bytes FB FF BE 6F or their beginning: {@code +/++bw==}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingBase64Test {

    private static final String BYTES = "\u00fb\u00ff\u00be\u006f";

    @Nested
    class Decodes {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "+/++bw==",
                    "+/++bw",
                    "-_--bw==",
                    "-_--bw",
                    "+/+\r\n+bw=\n=\r\n",
                    "+\n/\n+\n+\nb\nw\n=\n=\n",
                    "+/++ \t\r\n \tbw==",
                    "+/++ \nbw==",
                    "+/++\n bw==",
                    "+/++\n\t\n bw\n ==",
                    " \t+/++bw== \t",
                    "\r\n +/++bw \r\n",
                    "+/++bx==",
                    "data:;base64,+/++bw==",
                    "data:;base64,-_--bw",
                    "data:;base64, \r\n+/++\r\nbw==\r\n",
                    "\r\n \tdata:;base64,+/++bw==",
                })
        void these_same_bytes(String text) {
            var read = RecordedBase64.of(text);

            assertThat(read.valid()).isTrue();
            assertThat(read.bytes()).isEqualTo(BYTES);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " \r\n\t", "data:;base64,", "data:image/png;base64, \n"})
        void no_bytes_from_no_text(String text) {
            var read = RecordedBase64.of(text);

            assertThat(read.valid()).isTrue();
            assertThat(read.bytes()).isEmpty();
            assertThat(read.characters()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"da", "dat", "data", "DATA", "dataAAAA", "dab+", " dat"})
        void text_that_nearly_is_a_data_uri(String text) {
            var read = RecordedBase64.of(text);

            assertThat(read.valid()).isTrue();
            assertThat(read.dataUri()).isFalse();
            assertThat(read.bytes().getBytes(StandardCharsets.ISO_8859_1))
                    .isEqualTo(Base64.getDecoder().decode(text.strip()));
        }
    }

    @Nested
    class Tells {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "data:image/png;base64,+/++ | image/png",
                    "DATA:IMAGE/PNG;BASE64,+/++ | IMAGE/PNG",
                    "data:image/png;name=a.png;charset=utf-8;base64,+/++ | image/png",
                    "data:text/html;Base64,+/++ | text/html",
                    "data:;base64,+/++ | ",
                    "data:;charset=utf-8;base64,+/++ | ",
                    "+/++ | ",
                })
        void the_type_that_a_data_uri_declares(String text, String type) {
            var read = RecordedBase64.of(text);

            assertThat(read.valid()).isTrue();
            assertThat(read.type()).isEqualTo(Optional.ofNullable(type));
            assertThat(read.dataUri()).isEqualTo(text.contains(":"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"+/++bw==", " +/\n++ \nbw\r\n==\t", "data:image/png;base64,\n+/++bw=="})
        void how_many_characters_count(String text) {
            assertThat(RecordedBase64.of(text).characters()).isEqualTo(8);
        }
    }

    @Nested
    class CallsInvalid {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a blank where a plus was|+/ +bw==",
                    "a blank within a line|+/ ++bw==",
                    "a tab within a line|+/++\tbw==",
                    "a blank before the padding|+/++bw ==",
                    "a blank within the padding|+/++bw= =",
                    "a blank in the second line|+/++\nb w==",
                    "one character|b",
                    "4n+1 characters|+/++b",
                    "4n+1 characters and a line break|+/++b\r\n",
                    "padding after 4n+1 characters|+/++b===",
                    "one padding for two|+/++bw=",
                    "two paddings for one|+/++bwb==",
                    "three paddings|+/++bw===",
                    "nothing but padding|=",
                    "nothing but two paddings|==",
                    "padding after whole groups|+/++=",
                    "padding in the middle|+/==+/++",
                    "text after the padding|+/++bw==+/++",
                    "text on the line after the padding|+/++bw==\nb",
                    "both alphabets|+/++-_--",
                    "both alphabets in one group|+_++",
                    "both alphabets far apart|+AAAAAAAAAAAAAAAAAAAAAAAAAAAA-AA",
                    "NUL|+/+\u0000bw==",
                    "NUL at the end|+/++bw==\u0000",
                    "a form feed|+/++\fbw==",
                    "a vertical tab|+/++\u000Bbw==",
                    "no ASCII|+/+\u00fcbw==",
                    "a soft hyphen|+/++\u00adbw==",
                    "a byte order mark|\u00ef\u00bb\u00bf+/++bw==",
                    "percent encoding|%2B/++bw%3D%3D",
                    "a shortened example|...A+.../9fg...",
                    "a path|/etc/passwd.",
                    "a URL|http://169.254.169.254/",
                    "free text|officia dolore exercitation p",
                    "no Base64 mark|data:image/png,raw",
                    "no Base64 mark, but Base64|data:image/png,+/++bw==",
                    "the mark as type|data:base64,+/++bw==",
                    "a mark that is not last|data:image/png;base64;a=b,+/++bw==",
                    "a mark with more to it|data:image/png;base64x,+/++bw==",
                    "no comma|data:image/png;base64",
                    "nothing but the scheme|data:",
                    "rubbish in a data URI|data:;base64,%%%",
                    "two data URIs|data:;base64,data:;base64,+/++",
                    "a broken scheme|da\nta:;base64,+/++",
                    "another scheme|date:;base64,+/++",
                })
        void text_with(String row) {
            var text = row.substring(row.indexOf('|') + 1);

            assertThat(RecordedBase64.of(text).valid()).isFalse();
            assertThat(RecordedBase64.inArrays(text, () -> 1).valid()).isFalse();
        }

        @Test
        void a_data_uri_with_a_header_longer_than_allowed() {
            var longest = "data:a/b;" + "x".repeat(1_024 - 16) + ";base64";

            assertThat(RecordedBase64.of(longest + ",+/++").valid()).isTrue();
            assertThat(RecordedBase64.of(longest.replace("a/b", "a/bb") + ",+/++").valid())
                    .isFalse();
            assertThat(RecordedBase64.of("data:" + "x".repeat(100_000)).valid()).isFalse();
        }
    }

    @Nested
    class GoesOn {

        @Test
        void over_invalid_text_without_handing_on_a_byte_of_it() {
            var handed = new ArrayList<Integer>();
            var text = new Base64Text((bytes, offset, length) -> handed.add(length));

            assertThat(accepts(text, "+/++*")).isTrue();
            assertThat(accepts(text, "+/++")).isTrue();
            assertThat(handed).containsExactly(3);
        }

        @Test
        void no_longer_than_the_decoded_bytes_are_wanted() {
            var handed = new ArrayList<Integer>();
            var text =
                    new Base64Text(
                            (bytes, offset, length) -> {
                                handed.add(length);
                                return false;
                            });

            assertThat(accepts(text, "+/++")).isFalse();
            assertThat(accepts(text, "+/++")).isFalse();
            assertThat(handed).containsExactly(3);
        }

        private static boolean accepts(Base64Text reader, String text) {
            return reader.accept(text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length());
        }
    }
}
