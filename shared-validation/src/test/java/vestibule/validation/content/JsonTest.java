package vestibule.validation.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.validation.content.Inspection.inspect;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonTest {

    @Nested
    class Is_sound {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "[]",
                    " \t\r\n{ } \t\r\n",
                    "\uFEFF{\"a\":1}",
                    "{\"result\":\"approved\"}",
                    "{\"a\":[1,-0,0.5,1e3,1E+3,2e-10,-12.25],\"b\":{\"c\":null}}",
                    "[true,false,null,\"\"]",
                    "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD800\"]",
                    "[\"é€😀\u007F\"]",
                    "{\"a\":1,\"a\":2}",
                    "[[[[]]],{}]",
                })
        void when_it_reads(String text) {
            assertThat(json(text)).isEqualTo(Facts.inert(ContentType.JSON, true, Optional.empty()));
        }

        @Test
        void a_hundred_deep() {
            assertThat(json("[".repeat(100) + "]".repeat(100)).sound()).isTrue();
        }

        @Test
        void behind_many_blanks() {
            assertThat(json(" ".repeat(10_000) + "{}").sound()).isTrue();
        }
    }

    @Nested
    class Is_damaged {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{",
                    "[",
                    "{]",
                    "[}",
                    "{}{}",
                    "{} x",
                    "[1,]",
                    "[,1]",
                    "[1 2]",
                    "{\"a\"}",
                    "{\"a\":}",
                    "{\"a\":1,}",
                    "{a:1}",
                    "{'a':1}",
                    "{1:1}",
                    "[01]",
                    "[1.]",
                    "[.5]",
                    "[+1]",
                    "[-]",
                    "[1e]",
                    "[1e+]",
                    "[0x1]",
                    "[NaN]",
                    "[tru]",
                    "[truex]",
                    "[nul",
                    "[\"\t\"]",
                    "[\"\\x\"]",
                    "[\"\\u12g4\"]",
                    "[\"",
                    "[\"\\",
                    "[1",
                    "[]]",
                    "[//x\n]",
                    "{\"a\":1 \"b\":2}",
                    "[\u00A01]",
                    "[1]\u0000",
                })
        void when_it_reads(String text) {
            assertThat(json(text))
                    .isEqualTo(Facts.inert(ContentType.JSON, false, Optional.empty()));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "80",
                    "C0AF",
                    "C1BF",
                    "C3",
                    "C328",
                    "E08080",
                    "E0809F",
                    "EDA080",
                    "EDBFBF",
                    "E282",
                    "F0808080",
                    "F08FBFBF",
                    "F4908080",
                    "F5808080",
                    "FF",
                    "F09F98",
                })
        void by_bytes_that_are_not_utf_8(String hex) {
            assertThat(inspect(Bytes.of("[\"").hex(hex).text("\"]").toArray()).sound()).isFalse();
        }

        @Test
        void a_hundred_and_one_deep() {
            assertThat(json("[".repeat(101) + "]".repeat(101)).sound()).isFalse();
        }

        @Test
        void a_hundred_thousand_deep() {
            String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

            assertThat(json(deep).sound()).isFalse();
        }

        @Test
        void when_cut_anywhere() {
            byte[] whole = "{\"a\":[1.5e3,true,\"é\\u00e9\"]}".getBytes(UTF_8);

            for (int length = 1; length < whole.length; length++) {
                assertThat(inspect(Arrays.copyOf(whole, length)).sound())
                        .as("%d", length)
                        .isFalse();
            }
        }

        @Test
        void in_another_encoding() {
            assertThat(inspect("{\"é\":1}".getBytes(ISO_8859_1)).sound()).isFalse();
        }
    }

    @Test
    void is_nothing_we_know_when_there_is_nothing_but_blanks() {
        assertThat(json(" ".repeat(10_000))).isEqualTo(Facts.unknown());
        assertThat(json(" ".repeat(10_000) + "1")).isEqualTo(Facts.unknown());
    }

    private static Facts json(String text) {
        return inspect(Samples.text(text));
    }
}
