package vestibule.intake.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BoundaryTest {

    @Nested
    class AnnouncedByTheContentType {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "multipart/form-data; boundary=abc | abc",
                    "multipart/form-data; boundary=\"abc\" | abc",
                    "Multipart/FORM-Data;BOUNDARY=aBc | aBc",
                    "multipart/form-data; charset=utf-8; boundary=\"a b:c\" | a b:c",
                    "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW | ----WebKitFormBoundary7MA4YWxkTrZu0gW",
                    "multipart/form-data; boundary=a'()+_,-./:=?Z9; charset=x | a'()+_,-./:=?Z9"
                })
        void is_found(String contentType, String boundary) {
            assertThat(MultipartScanner.boundaryOf(contentType)).contains(boundary);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "application/json",
                    "multipart/mixed; boundary=abc",
                    "multipart/form-data",
                    "multipart/form-data; boundary=",
                    "multipart/form-data; boundary=\"\"",
                    "multipart/form-data; boundary=\"abc \"",
                    "multipart/form-data; boundary=\"abc",
                    "multipart/form-data; boundary=a*b",
                    "multipart/form-data; boundary=ä",
                    "multipart/form-data; boundary=a; boundary=b",
                    "xmultipart/form-data; boundary=a"
                })
        void is_missing_or_illegal(String contentType) {
            assertThat(MultipartScanner.boundaryOf(contentType)).isEmpty();
        }

        @Test
        void has_up_to_70_characters() {
            var type = "multipart/form-data; boundary=";

            assertThat(MultipartScanner.boundaryOf(type + "a".repeat(70))).isPresent();
            assertThat(MultipartScanner.boundaryOf(type + "a".repeat(71))).isEmpty();
        }
    }

    @Test
    void is_found_where_a_simple_search_finds_it() {
        var random = new Random(5);
        for (var round = 0; round < 20_000; round++) {
            var boundary = letters(random, 1 + random.nextInt(4));
            var text = letters(random, random.nextInt(40)).replace("c", "\r\n--");
            var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            var from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);

            var found = new Boundary(boundary).find(bytes, from, bytes.length);

            assertThat(found).isEqualTo(text.indexOf("\r\n--" + boundary, from));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x,0",
        "'x\r',1",
        "'x\r\n',2",
        "'x\r\n-',3",
        "'x\r\n--',4",
        "'x\r\n--a',5",
        "'x\r\n--aa',6",
        "'x\r\n--aaa',0",
        "'\r\r\n',2",
        "'x\r\n--a\r',1",
        "'',0"
    })
    void knows_how_much_of_it_may_have_begun(String text, int open) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(new Boundary("aab").openEnd(bytes, 0, bytes.length)).isEqualTo(open);
    }

    private static String letters(Random random, int length) {
        return random.ints(length, 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
