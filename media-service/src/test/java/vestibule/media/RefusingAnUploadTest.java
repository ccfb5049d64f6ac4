package vestibule.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.media.AnswerAssert.assertThatAnswer;
import static vestibule.media.Image.anImage;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
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
    class By_its_json {

        static Stream<byte[]> noObject() {
            var good = anImage().json();
            return Stream.of(
                            "",
                            "[]",
                            "[" + good + "]",
                            "\"image\"",
                            "{",
                            good + "x",
                            good + good,
                            "\uFEFF" + good,
                            good.substring(0, good.length() - 1),
                            good.replace("{\"context\"", "{\"context\":\"face\",\"context\""),
                            good.replace("{\"image\"", "{\"image\":{},\"image\""),
                            "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                            "{\"a\":" + "{\"a\":".repeat(64) + "1" + "}".repeat(65))
                    .map(text -> text.getBytes(UTF_8));
        }

        @ParameterizedTest
        @MethodSource("noObject")
        void that_is_not_one_sound_object(byte[] body) {
            var session = Client.ACME.session();

            assertThatAnswer(Client.ACME.upload(session, body).answer())
                    .isInvalid()
                    .isSignedFor(Client.ACME);
        }

        @Test
        void that_is_not_utf_8() {
            var session = Client.ACME.session();

            for (var charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                assertThatAnswer(
                                Client.ACME
                                        .upload(session, anImage().json().getBytes(charset))
                                        .answer())
                        .isInvalid();
            }
            assertThatAnswer(
                            Client.ACME
                                    .upload(
                                            session,
                                            anImage()
                                                    .of("ü")
                                                    .json()
                                                    .getBytes(StandardCharsets.ISO_8859_1))
                                    .answer())
                    .isInvalid();
        }
    }

    @Nested
    class By_its_members {

        private String session = "";

        @BeforeEach
        void create() {
            session = Client.ACME.session();
        }

        private void refused(String body, int status, String code, String message) {
            assertThatAnswer(Client.ACME.upload(session, body).answer())
                    .isRefused(status, code, message)
                    .isSignedFor(Client.ACME);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"image\":null}",
                    "{\"context\":\"face\",\"base64\":\"AAAA\"}",
                    "{\"inflowFeedback\":true}"
                })
        void without_an_image(String body) {
            refused(body, 400, "1403", "Image property is missing.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"image\":\"AAAA\"}",
                    "{\"image\":[{}]}",
                    "{\"image\":{\"context\":5,\"content\":\"AAAA\"}}",
                    "{\"image\":{\"context\":[\"face\"],\"content\":\"AAAA\"}}",
                    "{\"image\":{\"context\":\"face\",\"content\":1234}}",
                    "{\"image\":{\"context\":\"face\",\"content\":{\"a\":1}}}"
                })
        void of_another_type(String body) {
            refused(body, 400, "1104", "Request includes invalid parameters.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"image\":{}}",
                    "{\"image\":{\"context\":null,\"content\":\"AAAA\"}}",
                    "{\"image\":{\"context\":\"\",\"content\":\"AAAA\"}}"
                })
        void without_a_context(String body) {
            refused(body, 400, "1102", "Mandatory parameters are missing from the request.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "selfie",
                    "Face",
                    " face",
                    "document-front-with-signature",
                    "\\ud800",
                    "document_front",
                    "face\\u0000"
                })
        void with_a_context_that_nobody_knows(String context) {
            refused(anImage().of(context).json(), 400, "1402", "Image context is not supported.");
        }

        @Test
        void with_a_context_of_a_million_characters() {
            refused(
                    anImage().of("face".repeat(250_000)).json(),
                    400,
                    "1402",
                    "Image context is not supported.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"image\":{\"context\":\"face\"}}",
                    "{\"image\":{\"context\":\"face\",\"content\":null}}",
                    "{\"image\":{\"context\":\"face\",\"content\":\"\"}}"
                })
        void without_content(String body) {
            refused(body, 400, "1400", "Image data not found.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAA+.../9fgAEAKcxisFjVfn0AAAAASUVORK5CYII=",
                    "AAAAA",
                    "AA=A",
                    "AA=",
                    "AA==AA==",
                    "AA AA",
                    "AAAA\\u0000",
                    "AAAA\\fAAAA",
                    "AAÄA",
                    "AA+_",
                    "data:image/png,AAAA",
                    "data:image/png;base64"
                })
        void with_content_that_is_not_base64(String content) {
            refused(
                    anImage().withText(content).json(),
                    400,
                    "1401",
                    "Image is not in valid base64.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"yesterday\"",
                    "\"2025-13-01T00:00:00Z\"",
                    "\"2025-02-29T00:00:00Z\"",
                    "\"2025-01-01T24:00:00Z\"",
                    "\"2025-01-01T00:60:00Z\"",
                    "\"2025-01-01T00:00:00\"",
                    "\"2025-01-01\"",
                    "\"2025-01-01T00:00:00.Z\"",
                    "\"2025-01-01T00:00:00+1\"",
                    "\"2025-01-01T00:00:00 Z\"",
                    "\"\"",
                    "1735725600",
                    "true",
                    "{}"
                })
        void with_a_timestamp_that_is_none(String timestamp) {
            timestampRefused(timestamp);
        }

        @Test
        void with_a_timestamp_of_1025_characters() {
            timestampRefused("\"2025-01-01T00:00:00." + "0".repeat(1_004) + "Z\"");
        }

        private void timestampRefused(String timestamp) {
            refused(
                    anImage().withTimestamp(timestamp).json(),
                    400,
                    "1202",
                    "Timestamp format is incorrect. YYYY-MM-DDTHH:MM:S+Timezone Offset|Z or UTC.");
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
