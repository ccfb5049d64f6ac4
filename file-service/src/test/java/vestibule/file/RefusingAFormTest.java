package vestibule.file;

import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.aFile;
import static vestibule.intake.client.AFile.named;
import static vestibule.intake.client.AFile.under;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** What is wrong with the form as a whole; nothing of it is ever kept. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusingAFormTest {

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    @AfterEach
    void nothing_is_kept() {
        kept.nothing();
    }

    private static AnswerAssert refused(Form form) {
        return assertThatAnswer(Calls.upload(form).answer());
    }

    @Nested
    class Without_a_sound_purpose {

        @Test
        void when_there_is_none() {
            refused(Form.empty().file(aFile()))
                    .isRefused(422, "purpose.required")
                    .saying("The purpose is required.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Passport", "passport ", " passport", "", "selfie", "PASSPORT"})
        void when_it_is_not_exactly_a_documented_one(String purpose) {
            refused(Form.of(purpose, aFile()))
                    .isRefused(422, "purpose.invalid")
                    .saying("The purpose is not supported.");
        }

        @Test
        void when_it_is_longer_than_any() {
            refused(Form.of("passport".repeat(9), aFile())).isRefused(422, "purpose.invalid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"passport", "paper_id", "nonsense"})
        void when_there_are_two_be_they_equal_or_not(String second) {
            refused(Form.of("passport", aFile()).text("purpose", second))
                    .isRefused(422, "purpose.multiple")
                    .saying("Only one purpose may be sent.");
        }

        @Test
        void when_only_the_case_of_the_field_differs() {
            refused(Form.empty().text("Purpose", "passport").file(aFile()))
                    .isRefused(422, "purpose.required");
        }
    }

    @Nested
    class Without_exactly_one_file {

        @Test
        void when_there_is_none() {
            refused(Form.empty().text("purpose", "passport"))
                    .isRefused(422, "file.required")
                    .saying("The file is required.");
        }

        @Test
        void when_it_is_a_text_field() {
            refused(Form.empty().text("purpose", "passport").text("file", "some text as file"))
                    .isRefused(422, "file.required");
        }

        @Test
        void when_its_filename_is_empty() {
            refused(Form.of("passport", named(""))).isRefused(422, "file.required");
        }

        @Test
        void when_it_comes_under_another_name() {
            refused(
                            Form.empty()
                                    .text("purpose", "passport")
                                    .part(
                                            "Content-Disposition: form-data; name=\"document\";"
                                                    + " filename=\"a.png\"",
                                            Samples.seedPng()))
                    .isRefused(422, "file.required");
        }

        @Test
        void when_there_are_two() {
            refused(Form.of("passport", aFile()).file(aFile()))
                    .isRefused(422, "file.multiple")
                    .saying("Only one file may be sent.");
        }

        @Test
        void when_there_is_another_under_another_name() {
            refused(
                            Form.of("passport", aFile())
                                    .part(
                                            "Content-Disposition: form-data; name=\"back\";"
                                                    + " filename=\"b.png\"",
                                            Samples.seedPng()))
                    .isRefused(422, "file.multiple");
        }

        @Test
        void when_nothing_at_all_is_in_the_form() {
            refused(Form.empty()).isRefused(422, "purpose.required", "file.required");
        }
    }

    @Nested
    class That_is_not_sound_multipart {

        private static final String PART =
                "--B\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\npassport\r\n"
                        + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\""
                        + "\r\n\r\n{\"result\":\"approved\"}\r\n--B";

        private static AnswerAssert sent(String contentType, String body) {
            var bytes = body.getBytes(StandardCharsets.ISO_8859_1);
            return assertThatAnswer(Calls.upload().holding(contentType, bytes).answer());
        }

        private static void invalid(AnswerAssert answer) {
            answer.isRefused(422, "request.invalid")
                    .saying("The request body is not valid multipart/form-data.");
        }

        @Test
        void when_lines_end_with_a_mere_line_feed() {
            invalid(sent("multipart/form-data; boundary=B", (PART + "--\r\n").replace("\r", "")));
        }

        @Test
        void when_the_final_boundary_is_missing() {
            invalid(sent("multipart/form-data; boundary=B", PART));
        }

        @Test
        void when_the_boundary_is_longer_than_70() {
            var boundary = "B".repeat(71);
            invalid(
                    sent(
                            "multipart/form-data; boundary=" + boundary,
                            (PART + "--\r\n").replace("B", boundary)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "multipart/form-data",
                    "multipart/form-data; boundary=",
                    "multipart/mixed; boundary=B",
                    "application/json",
                    "application/x-www-form-urlencoded",
                    "text/plain"
                })
        void when_the_media_type_is_another_or_names_no_boundary(String type) {
            invalid(sent(type, PART + "--\r\n"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\r\n", "purpose=passport", "{}"})
        void when_there_is_no_form_in_it(String body) {
            invalid(sent("multipart/form-data; boundary=B", body));
        }

        @Test
        void when_there_are_21_parts_where_20_are_sound() {
            var form = Form.empty();
            IntStream.range(0, 20).forEach(i -> form.text("field" + i, "x"));

            refused(form).isRefused(422, "purpose.required", "file.required");
            invalid(refused(form.text("field20", "x")));
        }

        @Test
        void when_there_are_ten_thousand_parts() {
            var form = Form.of("passport", aFile());
            IntStream.range(0, 10_000).forEach(i -> form.text("field" + i, "x"));

            invalid(refused(form));
        }

        @Test
        void when_a_part_has_a_header_of_64_KiB() {
            var header = "X-Long: " + "x".repeat(64 * 1024);

            invalid(refused(Form.of("passport", aFile().with(header))));
        }

        @Test
        void when_a_part_is_multipart_itself() {
            invalid(
                    refused(
                            Form.of(
                                    "passport",
                                    aFile().declaredAs("multipart/mixed; boundary=C"))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"base64", "quoted-printable", "BASE64", "x-token"})
        void when_a_part_is_encoded(String encoding) {
            invalid(
                    refused(
                            Form.of(
                                    "passport",
                                    aFile().with("Content-Transfer-Encoding: " + encoding))));
        }

        @Test
        void when_a_part_has_no_disposition() {
            invalid(refused(Form.of("passport", aFile()).part("X-Other: 1", new byte[20])));
        }
    }

    @Nested
    class With_all_that_is_wrong_at_once {

        @Test
        void in_the_order_of_the_contract() {
            refused(Form.of("selfie", named(".x")))
                    .isRefused(422, "purpose.invalid", "file.name.too.short", "file.name.invalid");
        }

        @Test
        void down_to_type_and_digest() {
            refused(
                            Form.of(
                                    "selfie_video",
                                    under("filename=\"" + "n".repeat(256) + "\"")
                                            .with(
                                                    "Content-Digest: "
                                                            + Digests.header(new byte[1]))))
                    .isRefused(
                            422, "file.name.too.long", "file.type.not.allowed", "digest.mismatch");
        }

        @Test
        void but_not_the_type_for_a_purpose_that_does_not_exist() {
            refused(Form.of("selfie", named("a.png").holding(Samples.pdf())))
                    .isRefused(422, "purpose.invalid", "file.type.not.allowed")
                    .saying(
                            "The purpose is not supported.",
                            "The file type application/pdf contradicts the declared type or the"
                                    + " file extension.");
        }

        @Test
        void whatever_the_order_of_the_parts() {
            refused(Form.empty().file(named(".x")).text("purpose", "selfie"))
                    .isRefused(422, "purpose.invalid", "file.name.too.short", "file.name.invalid");
        }
    }
}
