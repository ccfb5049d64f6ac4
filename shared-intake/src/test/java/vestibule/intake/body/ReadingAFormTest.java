package vestibule.intake.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingAFormTest {

    private static final String PART = "Content-Disposition: form-data; name=\"f\"\r\n\r\n";

    @Nested
    class Takes {

        @Test
        void the_parts_in_wire_order() {
            var form =
                    RecordedForm.of(
                            "--b\r\n" + PART + "one\r\n--b\r\n" + PART + "two\r\n--b--\r\n");

            assertThat(form.malformed).isFalse();
            assertThat(form.texts()).containsExactly("one", "two");
            assertThat(form.parts).allMatch(part -> part.ended);
        }

        @Test
        void an_empty_part() {
            var form = RecordedForm.of("--b\r\n" + PART + "\r\n--b--");

            assertThat(form.malformed).isFalse();
            assertThat(form.texts()).containsExactly("");
        }

        @Test
        void a_preamble_and_an_epilogue() {
            var form =
                    RecordedForm.of(
                            "for --b old readers\r\n--b\r\n"
                                    + PART
                                    + "one\r\n--b--\r\nbye\r\n--b\r\n"
                                    + PART);

            assertThat(form.malformed).isFalse();
            assertThat(form.texts()).containsExactly("one");
        }

        @Test
        void blanks_and_tabs_after_a_delimiter() {
            var form = RecordedForm.of("--b \t\r\n" + PART + "one\r\n--b--  \r\n");

            assertThat(form.malformed).isFalse();
            assertThat(form.texts()).containsExactly("one");
        }

        @Test
        void a_form_without_parts() {
            var form = RecordedForm.of("--b--\r\n");

            assertThat(form.malformed).isFalse();
            assertThat(form.parts).isEmpty();
        }

        @Test
        void header_names_in_any_case_and_folded_lines() {
            var form =
                    RecordedForm.of(
                            "--b\r\nCONTENT-DISPOSITION: form-data;\r\n name=\"f\"\r\n\r\none\r\n--b--");

            assertThat(form.malformed).isFalse();
            assertThat(form.parts.getFirst().header.name()).isEqualTo("f");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\r\n--",
                    "\r\n-",
                    "\r",
                    "\r\n\r\n--",
                    "\r\r\n",
                    "--b",
                    "\n--b--",
                    "\r\n--a",
                    "\r\n --b--"
                })
        void content_that_nearly_is_a_delimiter(String content) {
            var form = RecordedForm.of("--b\r\n" + PART + content + "\r\n--b--");

            assertThat(form.malformed).isFalse();
            assertThat(form.texts()).containsExactly(content);
        }

        @Test
        void as_many_parts_as_allowed() {
            var form =
                    RecordedForm.of(
                            ("--b\r\n" + PART + "x\r\n").repeat(3) + "--b--",
                            new MultipartScanner.Limits(3, 200));

            assertThat(form.malformed).isFalse();
            assertThat(form.parts).hasSize(3);
        }

        @Test
        void a_part_header_as_long_as_allowed() {
            var form =
                    RecordedForm.of(
                            "--b\r\n" + PART + "x\r\n--b--",
                            new MultipartScanner.Limits(3, PART.length()));

            assertThat(form.malformed).isFalse();
        }
    }

    @Nested
    class CallsMalformed {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "not a form",
                    "{\"purpose\":\"passport\"}",
                    "--b",
                    "--b\r\n",
                    "--b-\r\n",
                    "--bb\r\n",
                    "--b\r\n\r\none\r\n--b--",
                    "--b\r\nContent-Type: text/plain\r\n\r\none\r\n--b--",
                    "--b\r\nContent-Disposition: attachment; name=\"f\"\r\n\r\none\r\n--b--",
                    "--b\r\nContent-Disposition: form-data\r\n\r\none\r\n--b--",
                    "--b\r\nContent-Disposition: form-data; name=\"f\r\n\r\none\r\n--b--",
                    "--b\r\nContent-Disposition: form-data; name=f; name=g\r\n\r\none\r\n--b--",
                    "--b\r\nno colon\r\n\r\none\r\n--b--"
                })
        void what_is_no_form(String body) {
            assertThat(RecordedForm.of(body).malformed).isTrue();
        }

        @Test
        void lines_that_end_with_line_feeds_only() {
            var form = RecordedForm.of(("--b\r\n" + PART + "one\r\n--b--\r\n").replace("\r", ""));

            assertThat(form.malformed).isTrue();
            assertThat(form.parts).isEmpty();
        }

        @Test
        void a_form_without_its_final_delimiter() {
            var form = RecordedForm.of("--b\r\n" + PART + "one\r\n--b\r\n" + PART + "two\r\n--b");

            assertThat(form.malformed).isTrue();
        }

        @Test
        void a_part_that_holds_parts() {
            var nested = PART.replace("\r\n\r\n", "\r\nContent-Type: Multipart/Mixed\r\n\r\n");

            assertThat(RecordedForm.of("--b\r\n" + nested + "one\r\n--b--").malformed).isTrue();
        }

        @Test
        void one_part_more_than_allowed() {
            var form =
                    RecordedForm.of(
                            ("--b\r\n" + PART + "x\r\n").repeat(4) + "--b--",
                            new MultipartScanner.Limits(3, 200));

            assertThat(form.malformed).isTrue();
            assertThat(form.parts).hasSize(3);
        }

        @Test
        void a_part_header_longer_than_allowed() {
            var form =
                    RecordedForm.of(
                            "--b\r\n" + PART + "x\r\n--b--",
                            new MultipartScanner.Limits(3, PART.length() - 1));

            assertThat(form.malformed).isTrue();
            assertThat(form.parts).isEmpty();
        }

        @Test
        void endless_blanks_after_a_delimiter() {
            var form = RecordedForm.of("--b" + " ".repeat(20_000) + "\r\n" + PART + "x\r\n--b--");

            assertThat(form.malformed).isTrue();
        }
    }

    @Nested
    class Stops {

        @Test
        void when_its_handler_wants_no_more() {
            var refusing = new RefusingHandler();
            var scanner = new MultipartScanner("b", new MultipartScanner.Limits(9, 999), refusing);
            var body =
                    ("--b\r\n" + PART + "one\r\n--b\r\n" + PART + "two\r\n--b--")
                            .getBytes(StandardCharsets.ISO_8859_1);

            var goesOn = scanner.accept(body, 0, body.length);

            assertThat(goesOn).isFalse();
            assertThat(scanner.malformed()).isFalse();
            assertThat(refusing.calls).isEqualTo("begin data ");
        }
    }

    private static final class RefusingHandler implements PartHandler {

        private String calls = "";

        @Override
        public boolean begin(PartHeader header) {
            calls += "begin ";
            return true;
        }

        @Override
        public boolean data(byte[] bytes, int offset, int length) {
            calls += "data ";
            return false;
        }

        @Override
        public void end() {
            calls += "end ";
        }
    }
}
