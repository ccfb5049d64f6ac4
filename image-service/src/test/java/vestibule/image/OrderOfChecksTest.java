package vestibule.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.image.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Call;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;

/** Where several things are wrong, the earlier check answers; nothing is kept. */
@QuarkusTest
@QuarkusTestResource(ImageServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderOfChecksTest {

    private static final String BAD_KEY = "k".repeat(256);

    @RegisterExtension final Kept kept = ImageServiceStack.kept();

    @AfterEach
    void nothing_is_kept() {
        kept.nothing();
    }

    @Nested
    class Path_and_method_come_first {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/image",
                    "/Images",
                    "/Image/x",
                    "/v3",
                    "/v3/submission/x",
                    "/v3/Image"
                })
        void a_path_that_does_not_exist_is_404_without_a_key(String path) {
            assertThatAnswer(Call.of("PUT", path).answer()).isRefusedPlainly(404, "Not Found");
        }

        @Test
        void two_slashes_are_another_path() throws Exception {
            try (var wire = Wire.open()) {
                wire.talk().say("PUT //Image HTTP/1.1", "Host: 127.0.0.1", "Content-Length: 0");

                assertThat(wire.hear().code()).isEqualTo(404);
            }
        }

        @ParameterizedTest
        @CsvSource({
            "POST, /Image, PUT",
            "GET, /Image, PUT",
            "TRACE, /Image, PUT",
            "OPTIONS, /Image, PUT",
            "GET, /v3/submission/image, PUT",
            "GET, /v3/submission/migration, POST",
            "PATCH, /v3/submission, 'DELETE, GET, HEAD'",
            "DELETE, /v3/image, 'GET, HEAD'"
        })
        void a_method_that_does_not_exist_is_405_without_a_key(
                String method, String path, String allowed) {
            assertThatAnswer(Call.of(method, path).answer())
                    .isRefusedPlainly(405, "Method Not Allowed")
                    .hasHeader("Allow", allowed);
        }
    }

    @Nested
    class Then_the_headers {

        @Test
        void the_key_before_the_content_encoding() {
            var call = Calls.as("unknown", "PUT", "/Image").with("Content-Encoding", "gzip");

            assertThatAnswer(call.answer()).isRefusedPlainly(403, "Forbidden");
        }

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "br", "identity, gzip"})
        void the_content_encoding_before_the_idempotency_key(String encoding) {
            var call =
                    Calls.put(Form.empty())
                            .with("Content-Encoding", encoding)
                            .with("Idempotency-Key", BAD_KEY);

            assertThatAnswer(call.answer()).isRefusedPlainly(415, "Unsupported Media Type");
        }

        @Test
        void the_idempotency_key_before_the_body() {
            assertThatAnswer(Calls.put(Form.empty()).with("Idempotency-Key", BAD_KEY).answer())
                    .isUnparsable();
        }

        @Test
        void the_length_before_the_media_type() throws Exception {
            try (var wire = Wire.open()) {
                wire.heads("Content-Type: text/plain", "Content-Length: 67108865");

                assertThat(wire.hear().code()).isEqualTo(413);
            }
        }
    }

    @Nested
    class Then_the_body {

        private static final String PROJECT_CLOSED = "acme-closed-key";

        private static Call put(String key, Form form) {
            return Calls.as(key, "PUT", "/Image").holding(form);
        }

        @Test
        void its_reading_before_what_is_missing() {
            var call = Calls.of("PUT", "/Image").holding("text/plain", "x".getBytes(UTF_8));

            assertThatAnswer(call.answer()).isUnparsable();
        }

        @Test
        void what_is_missing_before_the_project() {
            assertThatAnswer(put(PROJECT_CLOSED, Form.empty().text("idImage", "!")).answer())
                    .isRefused("missing_data", "Required input data is missing.");
        }

        @Test
        void the_project_before_the_admin() {
            var form = Form.empty().text("submissionId", "x").text("admin", "who");

            assertThatAnswer(put(PROJECT_CLOSED, form).answer())
                    .isRefused("invalid_project", "Invalid project.");
        }

        @Test
        void the_admin_before_the_submission() {
            var form = Form.empty().text("submissionId", "x").text("admin", "who");

            assertThatAnswer(Calls.put(form).answer()).isRefused("invalid_admin", "Invalid admin.");
        }

        @Test
        void the_submission_before_the_pictures() {
            var form = Form.empty().text("submissionId", "x").text("admin", Calls.ADMIN);

            assertThatAnswer(Calls.put(form.text("idImage", "!")).answer())
                    .isRefused("invalid_submission", "Invalid submission.");
        }

        @Test
        void that_there_is_a_picture_before_the_id_type() {
            var form = Calls.form(Calls.submission());

            assertThatAnswer(Calls.put(form.text("idImage", " ")).answer())
                    .isRefused("invalid_data", "At least one image parameter is required.");
        }

        @Test
        void the_id_type_before_the_pictures() {
            var form =
                    Form.empty()
                            .text("submissionId", Calls.submission())
                            .text("admin", Calls.ADMIN)
                            .text("idImage", "!");

            assertThatAnswer(Calls.put(form).answer())
                    .isRefused(
                            "missing_data",
                            "The idType is required when submit idImage or idBackImage.");
        }

        @Test
        void the_first_picture_before_the_next() {
            var form =
                    Calls.form(Calls.submission())
                            .text("selfieImage", "A".repeat(14_000_000))
                            .text("idImage", "!");

            assertThatAnswer(Calls.put(form).answer()).isUnparsable();
        }

        @Test
        void the_pictures_before_the_digest() {
            var form = Calls.form(Calls.submission()).text("idImage", "A".repeat(14_000_000));

            assertThatAnswer(Calls.put(form).with("Content-Digest", "sha-256=:x:").answer())
                    .isTooLarge();
        }
    }
}
