package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.named;
import static vestibule.intake.client.AFile.under;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.AFile;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** From the parameter {@code filename} to {@code name} in the answer. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NamingAFileTest {

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    private static Answer sent(AFile file) {
        return Calls.upload(Form.of("other", file)).answer();
    }

    /** The name in the answer is the one in the row, and the one of a download. */
    private static void isKeptAs(String name, Answer answer) {
        assertThatAnswer(answer).isStored();
        assertThat(Calls.fileOf(answer).path("name").asText()).isEqualTo(name);
        var disposition =
                Calls.get(Calls.pathOf(answer) + "/contents")
                        .answer()
                        .header("Content-Disposition")
                        .orElseThrow();
        assertThat(disposition).startsWith("attachment; filename*=UTF-8''");
        var encoded = disposition.substring(disposition.indexOf("''") + 2);
        assertThat(encoded).matches("[A-Za-z0-9!#$&+.^_`|~%-]*");
        assertThat(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(name);
    }

    static Stream<String> lengthsThatFit() {
        return Stream.of("abc", "n".repeat(255), "é".repeat(255), "\uD83D\uDE00".repeat(128));
    }

    @Nested
    class Counts_code_points {

        @ParameterizedTest
        @MethodSource("vestibule.file.NamingAFileTest#lengthsThatFit")
        void from_3_to_255(String name) {
            isKeptAs(name, sent(named(name)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "ab", "\uD83D\uDE00\uD83D\uDE00"})
        void and_refuses_2(String name) {
            assertThatAnswer(sent(named(name)))
                    .isRefused(422, "file.name.too.short")
                    .saying("The file name must have at least 3 characters.");
            kept.nothing();
        }

        @Test
        void and_refuses_256() {
            assertThatAnswer(sent(named("é".repeat(256))))
                    .isRefused(422, "file.name.too.long")
                    .saying("The file name must have at most 255 characters.");
            kept.nothing();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/", "a/", "C:\\temp/", "/ab"})
        void after_the_path_is_cut(String name) {
            assertThatAnswer(sent(named(name))).isRefused(422, "file.name.too.short");
            kept.nothing();
        }

        @Test
        void and_does_not_trim() {
            isKeptAs("  a", sent(named("  a")));
        }
    }

    @Nested
    class Refuses {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "filename=\".a.pdf\"",
                    "filename*=UTF-8''%2Ehidden.pdf",
                    "filename=\"dir/.x.pdf\"",
                    "filename=\"x\\.y.pdf\"",
                    "filename=\"...\""
                })
        void a_leading_dot(String parameters) {
            assertThatAnswer(sent(under(parameters).holding(Samples.pdf())))
                    .isRefused(422, "file.name.invalid")
                    .saying(
                            "The file name must not start with a dot or contain control"
                                    + " characters.");
            kept.nothing();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "filename=\"a\u0000b.pdf\"",
                    "filename=\"a\rb.pdf\"",
                    "filename=\"a\nb.pdf\"",
                    "filename=\"a\u001bb.pdf\"",
                    "filename=\"a\u007fb.pdf\"",
                    "filename*=UTF-8''a%00b.pdf",
                    "filename*=UTF-8''a%0D%0Ab.pdf",
                    "filename*=UTF-8''a%7Fb.pdf"
                })
        void control_characters(String parameters) {
            assertThatAnswer(sent(under(parameters).holding(Samples.pdf())))
                    .isRefused(422, "file.name.invalid");
            kept.nothing();
        }
    }

    @Nested
    class Cuts_the_path {

        @ParameterizedTest
        @CsvSource({
            "..\\..\\x.pdf, x.pdf",
            "../../x.pdf, x.pdf",
            "/etc/passwd.pdf, passwd.pdf",
            "C:\\d\\x.pdf, x.pdf",
            "C:\\Users\\jane\\scan.pdf, scan.pdf",
            "a/b\\c.pdf, c.pdf"
        })
        void up_to_the_last_slash_or_backslash(String sent, String name) {
            isKeptAs(name, sent(named(sent).holding(Samples.pdf())));
        }
    }

    @Nested
    class Decodes_once {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "filename*=UTF-8''na%C3%AFve.pdf, naïve.pdf",
                    "filename*=utf-8'de'%e2%82%ac.pdf, €.pdf",
                    "filename*=ISO-8859-1''na%EFve.pdf, naïve.pdf",
                    "filename=\"plain.pdf\"; filename*=UTF-8''st%C3%A4r.pdf, stär.pdf",
                    "filename*=UTF-8''a%2525.pdf, a%25.pdf",
                    "filename=\"naïve.pdf\", naïve.pdf",
                    "filename=token.pdf, token.pdf",
                    "filename=\"a\\\"b.pdf\", a\"b.pdf",
                    "filename=\"a%22b.pdf\", a\"b.pdf",
                    "filename=\"a%0D%0Ab.pdf\", a%0D%0Ab.pdf",
                    "filename=\"a%20b.pdf\", a%20b.pdf"
                })
        void what_clients_write(String parameters, String name) {
            isKeptAs(name, sent(under(parameters).holding(Samples.pdf())));
        }

        @Test
        void bytes_that_are_not_UTF_8_as_ISO_8859_1() {
            var head =
                    "--B\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nother\r\n"
                            + "--B\r\nContent-Disposition: form-data; name=\"file\";"
                            + " filename=\"na\u00efve.json\"\r\n\r\n{\"result\":\"approved\"}"
                            + "\r\n--B--\r\n";
            var form = head.replace("other", "verification_report");

            var answer =
                    Calls.upload()
                            .holding(
                                    "multipart/form-data; boundary=B",
                                    form.getBytes(StandardCharsets.ISO_8859_1))
                            .answer();

            isKeptAs("naïve.json", answer);
        }
    }

    @Nested
    class Takes_as_text {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<script>alert(1)</script>.",
                    "invoice\u202Efdp.exe_",
                    "Robert'); DROP TABLE file;--",
                    "$(touch x)",
                    "${jndi:ldap:x}",
                    "%s%n%d%x",
                    "田中さんにあげて下さい",
                    "\u0627\u0644\u0639\u0631\u0628\u064A\u0629",
                    "Z\u0351\u036B\u0343\u036A\u0302alg\u0335\u0339o",
                    "\uFEFFbom",
                    "a\u200Bb\u00A0c",
                    "null",
                    "CON",
                    "1;2;3",
                    "a'b*c.pdf",
                    "{{7*7}}"
                })
        void what_is_dangerous_elsewhere(String name) {
            isKeptAs(
                    name.substring(name.lastIndexOf('/') + 1),
                    sent(named(name).holding(Samples.pdf())));
        }
    }
}
