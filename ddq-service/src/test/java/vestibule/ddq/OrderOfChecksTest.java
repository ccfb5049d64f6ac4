package vestibule.ddq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.forUser;
import static vestibule.ddq.Upload.ofIdFront;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Call;
import vestibule.intake.client.ErrorLog;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.intake.client.LostUploads;
import vestibule.intake.probe.Talk;

/** Where two things are wrong, the earlier check answers; nothing is kept of either. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderOfChecksTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    private static final String BAD_KEY = "k".repeat(256);
    private static final String NO_FORM = "Request body must be multipart/form-data";
    private static final String NO_KEY = "invalid token. check authorization header.";

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
                    "/v1/enterprise",
                    "/v1/enterprise/ddq",
                    "/v1/enterprise/DDQ/upload",
                    "/v1/enterprise/ddq/upload/x",
                    "/v1/enterprise/users/a/b",
                    "/v1/enterprise/eddq"
                })
        void a_path_that_does_not_exist_is_404_without_a_key(String path) {
            assertThatAnswer(Calls.get(path).asNobody().answer()).isRefused(404, "not found");
        }

        @ParameterizedTest
        @CsvSource({
            "GET, /v1/enterprise/ddq/upload, POST",
            "OPTIONS, /v1/enterprise/ddq/upload, POST",
            "POST, /v1/enterprise/ddq/documents, 'GET, HEAD'",
            "GET, /v1/enterprise/register-account, POST",
            "POST, /v1/enterprise/users, 'GET, HEAD'",
            "DELETE, /v1/enterprise/users/x, 'GET, HEAD'",
            "GET, /v1/enterprise/account/x, DELETE",
            "PUT, /v1/enterprise/eddq/requests, 'GET, HEAD, POST'"
        })
        void a_method_that_does_not_exist_is_405_without_a_key(
                String method, String path, String allowed) {
            assertThatAnswer(Calls.of(method, path).asNobody().answer())
                    .isRefused(405, "method not allowed")
                    .hasHeader("Allow", allowed);
        }
    }

    @Nested
    class Then_the_key {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Bearer nobodys",
                    "Bearer",
                    "Bearer ",
                    "Basic acme-key",
                    "acme-key",
                    "Bearer acme-key x",
                    "Bearer acme-old",
                    "Bearer acme-soon",
                    "Bearer gone-key",
                    "Bearer image-key"
                })
        void which_must_be_good_here_and_now(String authorization) {
            unauthorized(ofIdFront().call().asNobody().with("Authorization", authorization));
        }

        @Test
        void which_must_be_there_once() {
            unauthorized(ofIdFront().call().asNobody());
            unauthorized(ofIdFront().call().with("Authorization", "Bearer acme-key"));
            unauthorized(ofIdFront().call().as("x".repeat(4097)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/v1/enterprise/ddq/documents",
                    "/v1/enterprise/users",
                    "/v1/enterprise/users/client-1",
                    "/v1/enterprise/eddq/requests"
                })
        void on_the_companions_too(String path) {
            unauthorized(Calls.get(path).asNobody());
        }

        @Test
        void before_everything_about_the_upload() {
            unauthorized(
                    Calls.upload()
                            .asNobody()
                            .with("Content-Encoding", "gzip")
                            .with("Idempotency-Key", BAD_KEY)
                            .holding("text/plain", new byte[10]));
        }

        @Test
        void before_the_body_and_instead_of_the_100() throws IOException {
            try (var talk = Talk.to(Call.server())) {
                talk.say(
                        "POST /v1/enterprise/ddq/upload HTTP/1.1",
                        "Host: 127.0.0.1",
                        "Authorization: Bearer nobodys",
                        "Content-Type: multipart/form-data; boundary=b",
                        "Content-Length: 200000000",
                        "Expect: 100-continue");

                assertThat(talk.hear().code()).isEqualTo(401);
            }
        }

        private static void unauthorized(Call call) {
            assertThatAnswer(call.answer())
                    .isRefused(401, NO_KEY)
                    .hasHeader("WWW-Authenticate", "Bearer");
        }
    }

    @Nested
    class Then_the_rate_limit {

        @Test
        void which_tells_to_come_back_in_a_minute() {
            Calls.get("/v1/enterprise/users").as("one-key").answer();

            var answer = Calls.upload().as("one-key").with("Content-Encoding", "gzip").answer();

            assertThatAnswer(answer)
                    .isRefused(429, "Rate limit exceeded")
                    .hasHeader("Retry-After", "60")
                    .hasNoHeader("x-ratelimit-limit");
        }
    }

    @Nested
    class Then_the_content_encoding {

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "br", "identity, gzip"})
        void before_the_idempotency_key(String encoding) {
            var call = ofIdFront().call().with("Content-Encoding", encoding);

            assertThatAnswer(call.with("Idempotency-Key", BAD_KEY).answer())
                    .isRefused(415, "unsupported media type");
        }
    }

    @Nested
    class Then_the_idempotency_key {

        @Test
        void before_the_media_type() {
            assertThatAnswer(
                            Calls.upload()
                                    .with("Idempotency-Key", BAD_KEY)
                                    .holding("application/json", new byte[0])
                                    .answer())
                    .isRefused("Invalid Idempotency-Key");
        }
    }

    @Nested
    class Then_the_media_type {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/json",
                    "json",
                    "",
                    "multipart/form-data",
                    "multipart/mixed; boundary=x",
                    "multipart/form-data; boundary=\"\"",
                    "multipart/form-data; boundary="
                            + "1234567890123456789012345678901234567890123456789012345678901234567890x"
                })
        void which_must_be_a_form_with_a_boundary(String type) {
            assertThatAnswer(
                            Calls.upload().holding(type, forUser("nobody").form().bytes()).answer())
                    .isRefused(NO_FORM);
        }

        @Test
        void which_must_be_there() {
            assertThatAnswer(Calls.upload().answer()).isRefused(NO_FORM);
        }
    }

    @Nested
    class Then_the_form {

        static Stream<Form> malformed() {
            return Stream.of(
                    ofIdFront().with("Content-Transfer-Encoding: base64").form(),
                    ofIdFront().with("Content-Type: multipart/mixed; boundary=y").form(),
                    ofIdFront().with("X-Long: " + "x".repeat(65_536)).form(),
                    ofIdFront().form().part("Content-Type: text/plain", new byte[0]),
                    parts(10_000));
        }

        private static Form parts(int count) {
            var form = ofIdFront().form();
            for (int i = 0; i < count; i++) {
                form.text("more", "x");
            }
            return form;
        }

        @ParameterizedTest
        @MethodSource("malformed")
        void which_must_be_well_formed(Form form) {
            assertThatAnswer(Calls.upload(form).answer()).isRefused(NO_FORM);
        }

        @Test
        void whose_lines_must_end_with_CR_LF() {
            var form = ofIdFront().form();
            var lines = new String(form.bytes(), ISO_8859_1).replace("\r\n", "\n");

            assertThatAnswer(
                            Calls.upload()
                                    .holding(form.contentType(), lines.getBytes(ISO_8859_1))
                                    .answer())
                    .isRefused(NO_FORM);
        }

        @Test
        void which_must_not_be_empty() {
            assertThatAnswer(
                            Calls.upload()
                                    .holding(Form.empty().contentType(), new byte[0])
                                    .answer())
                    .isRefused(NO_FORM);
        }

        @Test
        void which_the_client_must_not_leave_unfinished() throws Exception {
            var form = ofIdFront().file("b.jpg", "ID", new Photo(9_000_000)).form();
            var errors = ErrorLog.begin();
            var lost = LostUploads.begin();
            try (var talk = Talk.to(Call.server())) {
                talk.say(
                        "POST /v1/enterprise/ddq/upload HTTP/1.1",
                        "Host: 127.0.0.1",
                        "Authorization: Bearer acme-key",
                        "Content-Type: " + form.contentType(),
                        "Content-Length: " + form.length());
                talk.out().write(form.bytes(), 0, (int) (form.length() * 0.999));
                talk.reset();
            }

            lost.awaitOne();
            kept.nothing();
            assertThat(errors.end()).isEmpty();
        }
    }
}
