package vestibule.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.media.AnswerAssert.assertThatAnswer;
import static vestibule.media.Image.anImage;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.ErrorLog;
import vestibule.intake.client.Kept;

/** What is wrong with an upload whose sender is known; nothing is kept of it. */
@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusingAnUploadTest {

    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    @RegisterExtension final Kept kept = MediaServiceStack.kept();

    private final ErrorLog errors = ErrorLog.begin();

    @AfterEach
    void nothing_is_kept() {
        kept.nothing();
        assertThat(errors.end()).isEmpty();
    }

    @Nested
    class By_the_session {

        @Test
        void that_is_no_uuid() {
            assertThatAnswer(Client.ACME.upload("x", anImage()).answer())
                    .isRefused(400, "1002", "Query ID must be a valid UUID V4")
                    .isSignedFor(Client.ACME);
        }

        @Test
        void that_hides_a_slash() {
            assertThatAnswer(Client.ACME.upload("..%2f", anImage()).answer()).isNotFound();
        }

        @Test
        void that_is_not_there_for_this_integration_byte_for_byte_alike() {
            var erased = Client.ACME.session();
            Client.ACME.erase(erased).answer();
            var answers =
                    Stream.of(
                                    NIL,
                                    UUID.randomUUID().toString(),
                                    erased,
                                    Client.GLOBEX.session(),
                                    Client.ABLE.session())
                            .map(id -> Client.ACME.upload(id, anImage()).answer())
                            .toList();

            assertThat(answers)
                    .allSatisfy(
                            answer ->
                                    assertThatAnswer(answer).isNotFound().isSignedFor(Client.ACME));
            assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"submitted", "canceled"})
        void that_takes_no_more(String status) {
            var session = Client.ABLE.session();
            Client.ABLE.change(session, status).answer();

            for (var body : List.of(anImage().json(), "not even JSON")) {
                assertThatAnswer(Client.ABLE.upload(session, body).answer())
                        .isRefused(409, "1303", "Invalid status.")
                        .isSignedFor(Client.ABLE);
            }
        }
    }

    @Nested
    class By_its_headers {

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "br", "identity, gzip"})
        void that_encode_it(String encoding) {
            var call = Client.ACME.upload(NIL, anImage()).with("Content-Encoding", encoding);

            assertThatAnswer(call.answer())
                    .isRefused(415, "1101", "Unsupported media type")
                    .isSignedFor(Client.ACME);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "multipart/form-data; boundary=x",
                    "image/jpeg",
                    "text/html",
                    "application/jsonp",
                    "application/xml"
                })
        void that_say_it_is_something_else(String type) {
            var body = anImage().json().getBytes(UTF_8);
            var call =
                    Client.ACME
                            .unsigned("POST", "/v1/sessions/" + NIL + "/media")
                            .with("x-hmac-signature", Client.ACME.sign(body))
                            .holding(type, body);

            assertThatAnswer(call.answer()).isRefused(415, "1101", "Unsupported media type");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
                    "sha-256=:short:",
                    "nonsense"
                })
        void that_promise_another_digest(String digest) {
            for (var name : List.of("Content-Digest", "Repr-Digest")) {
                assertThatAnswer(Client.ACME.upload(NIL, anImage()).with(name, digest).answer())
                        .isInvalid();
            }
        }
    }

    @Nested
    class In_this_order {

        private String session = "";

        @BeforeEach
        void create() {
            session = Client.ACME.session();
        }

        static Stream<Call> signatureFirst() {
            var wrong = Client.ACME.withSecret("wrong");
            return Stream.of(
                    wrong.upload(NIL, anImage()),
                    wrong.upload("x", anImage()),
                    wrong.upload(NIL, "no JSON"),
                    wrong.upload(NIL, anImage()).with("Content-Digest", "nonsense"),
                    wrong.upload(NIL, anImage()).with("Idempotency-Key", "k".repeat(256)));
        }

        @ParameterizedTest
        @MethodSource("signatureFirst")
        void the_signature_before_all_that_follows(Call call) {
            assertThatAnswer(call.answer()).isRefused(401, "1819");
        }

        @Test
        void its_form_before_the_media_type() {
            var call =
                    Client.ACME
                            .unsigned("POST", "/v1/sessions/" + NIL + "/media")
                            .with("Content-Encoding", "gzip")
                            .holding("image/png", new byte[0]);

            assertThatAnswer(call.answer()).isRefused(401, "1815");
        }

        @Test
        void the_digest_before_the_id() {
            assertThatAnswer(
                            Client.ACME
                                    .upload("x", anImage())
                                    .with("Content-Digest", "nonsense")
                                    .answer())
                    .isInvalid();
        }

        @Test
        void the_session_before_the_key() {
            assertThatAnswer(
                            Client.ACME
                                    .upload(NIL, anImage())
                                    .with("Idempotency-Key", "k".repeat(256))
                                    .answer())
                    .isNotFound();
        }

        @Test
        void the_key_before_the_status() {
            Client.ACME.submit(session).answer();

            assertThatAnswer(
                            Client.ACME
                                    .upload(session, "no JSON")
                                    .with("Idempotency-Key", "k".repeat(256))
                                    .answer())
                    .isRefused(400, "1104", "Request includes invalid parameters.");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"image\":{\"timestamp\":1,\"content\":\"?\"}}                          | 1102",
                    "{\"image\":{\"timestamp\":1,\"content\":\"?\",\"context\":\"x\"}}        | 1402",
                    "{\"image\":{\"timestamp\":1,\"content\":\"?\",\"context\":\"face\"}}     | 1401",
                    "{\"image\":{\"timestamp\":1,\"content\":\"AAAA\",\"context\":\"face\"}}  | 1202",
                    "{\"image\":{\"content\":\"AAAA\",\"context\":\"face\"}}                  | 1101"
                })
        void context_content_timestamp_and_then_what_the_content_is(String body, String code) {
            assertThatAnswer(Client.ACME.upload(session, body).answer()).isRefused(400, code);
        }
    }
}
