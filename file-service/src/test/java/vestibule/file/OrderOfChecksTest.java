package vestibule.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.aFile;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
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

/** Where two things are wrong, the earlier check answers; nothing is kept of either. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderOfChecksTest {

    private static final String BAD_KEY = "k".repeat(256);

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    @AfterEach
    void nothing_is_kept() {
        kept.nothing();
    }

    private static Call upload() {
        return Calls.upload(Form.of("passport", aFile()));
    }

    @Nested
    class Path_and_method_come_first {

        @ParameterizedTest
        @ValueSource(strings = {"/", "/v1", "/v1/file", "/v2/files", "/v1/files/x/y", "/v1/Files"})
        void a_path_that_does_not_exist_is_404_without_a_token(String path) {
            assertThatAnswer(Calls.get(path).asNobody().answer())
                    .isRefused(404, "not.found")
                    .saying("Not found.");
        }

        @ParameterizedTest
        @CsvSource({
            "PUT, /v1/files, 'GET, HEAD, POST'",
            "PATCH, /v1/files, 'GET, HEAD, POST'",
            "DELETE, /v1/files, 'GET, HEAD, POST'",
            "TRACE, /v1/files, 'GET, HEAD, POST'",
            "OPTIONS, /v1/files, 'GET, HEAD, POST'",
            "POST, /v1/files/0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10, 'DELETE, GET, HEAD'",
            "PUT, /v1/files/0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10/contents, 'GET, HEAD'",
            "DELETE, /v1/files/x/content, 'GET, HEAD'"
        })
        void a_method_that_does_not_exist_is_405_without_a_token(
                String method, String path, String allowed) {
            assertThatAnswer(Calls.of(method, path).asNobody().answer())
                    .isRefused(405, "method.not.allowed")
                    .saying("Method not allowed.")
                    .hasHeader("Allow", allowed);
        }
    }

    @Nested
    class Then_the_token {

        @Test
        void before_the_content_encoding() {
            unauthorized(upload().asNobody().with("Content-Encoding", "gzip"));
        }

        @Test
        void before_the_idempotency_key() {
            unauthorized(upload().asNobody().with("Idempotency-Key", BAD_KEY));
        }

        @ParameterizedTest
        @ValueSource(strings = {"application/json", "json", "", "a b/c"})
        void before_the_media_type(String type) {
            unauthorized(Calls.upload().asNobody().holding(type, "{}".getBytes(UTF_8)));
        }

        @Test
        void before_the_id_of_a_file() {
            unauthorized(Calls.get("/v1/files/x").asNobody());
        }

        private static void unauthorized(Call call) {
            assertThatAnswer(call.answer()).isRefused(401, "unauthorized");
        }
    }

    @Nested
    class Then_the_rate_limit {

        @Test
        void before_everything_about_the_upload() {
            Calls.get("/v1/files").as("one-token").answer();

            var answer =
                    Calls.upload()
                            .as("one-token")
                            .with("Content-Encoding", "gzip")
                            .with("Idempotency-Key", BAD_KEY)
                            .holding("text/plain", new byte[10])
                            .answer();

            assertThatAnswer(answer).isRefused(429, "too.many.requests");
        }
    }

    @Nested
    class Then_the_content_encoding {

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "br", "deflate", "x-unknown", "identity, gzip"})
        void which_must_be_identity(String encoding) {
            assertThatAnswer(upload().with("Content-Encoding", encoding).answer())
                    .isRefused(415, "media.type.unsupported")
                    .saying("Unsupported media type.");
        }

        @Test
        void in_every_header_that_names_one() {
            var call = upload().with("Content-Encoding", "identity");

            assertThatAnswer(call.with("Content-Encoding", "gzip").answer())
                    .isRefused(415, "media.type.unsupported");
        }

        @Test
        void before_the_idempotency_key() {
            var call = upload().with("Content-Encoding", "gzip").with("Idempotency-Key", BAD_KEY);

            assertThatAnswer(call.answer()).isRefused(415, "media.type.unsupported");
        }
    }

    @Nested
    class Then_the_idempotency_key {

        @Test
        void before_the_media_type() {
            var call = Calls.upload().with("Idempotency-Key", BAD_KEY);

            assertThatAnswer(call.holding("application/json", "{}".getBytes(UTF_8)).answer())
                    .isRefused(422, "idempotency.key.invalid");
        }

        @Test
        void before_what_is_wrong_in_the_form() {
            var call = Calls.upload(Form.of("selfie", aFile())).with("Idempotency-Key", BAD_KEY);

            assertThatAnswer(call.answer()).isRefused(422, "idempotency.key.invalid");
        }
    }

    @Nested
    class Then_the_media_type {

        @ParameterizedTest
        @ValueSource(strings = {"multipart/mixed; boundary=x", "json", ""})
        void before_what_is_wrong_in_the_form(String type) {
            var body = Form.of("selfie", aFile()).bytes();

            assertThatAnswer(Calls.upload().holding(type, body).answer())
                    .isRefused(422, "request.invalid");
        }

        @Test
        void and_its_refusal_frees_the_key() {
            var call = Calls.upload().with("Idempotency-Key", "free-again");
            call.holding("application/json", "{}".getBytes(UTF_8)).answer();

            assertThatAnswer(call.holding("application/json", "{}".getBytes(UTF_8)).answer())
                    .isRefused(422, "request.invalid");
        }
    }

    @Nested
    class Then_the_form {

        @Test
        void as_multipart_before_its_fields() {
            var form = Form.of("selfie", aFile()).file(aFile()).before("");
            var cut = Arrays.copyOf(form.bytes(), (int) form.length() - 4);

            assertThatAnswer(Calls.upload().holding(form.contentType(), cut).answer())
                    .isRefused(422, "request.invalid");
        }

        @Test
        void and_a_key_used_before_only_after_all_else() {
            var first = upload().with("Idempotency-Key", "once").answer();
            assertThat(first.status()).isEqualTo(201);

            var answer =
                    Calls.upload(Form.of("selfie", aFile()))
                            .with("Idempotency-Key", "once")
                            .answer();

            assertThatAnswer(answer).isRefused(422, "purpose.invalid");
            Calls.delete(Calls.pathOf(first)).answer();
            kept.forgetEvents();
        }
    }
}
