package vestibule.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.media.AnswerAssert.assertThatAnswer;
import static vestibule.media.Image.anImage;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Kept;

/** Sessions, from their creation to their erasure. */
@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingSessionsTest {

    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    @RegisterExtension final Kept kept = MediaServiceStack.kept();

    private static Call create(String body) {
        return Client.ACME.send("POST", "/v1/sessions", body);
    }

    private static String status(Answer answer) {
        return answer.json().path("verification").path("status").asText();
    }

    @Nested
    class Creating {

        @Test
        void answers_the_session() {
            var answer = create("{\"verification\":{\"vendorData\":\"user-1\"}}").answer();

            assertThatAnswer(answer).hasStatus(201).isSignedFor(Client.ACME);
            var session = answer.json().path("verification");
            assertThat(answer.json().path("status").asText()).isEqualTo("success");
            assertThat(session.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "id", "url", "vendorData", "host", "baseUrl", "status", "sessionToken");
            assertThat(UUID.fromString(session.path("id").asText()).version()).isEqualTo(4);
            assertThat(session.path("vendorData").asText()).isEqualTo("user-1");
            assertThat(session.path("status").asText()).isEqualTo("created");
            assertThat(session.path("host")).isEqualTo(session.path("baseUrl"));
            assertThat(session.path("url").asText())
                    .isEqualTo(
                            session.path("host").asText()
                                    + "/v/"
                                    + session.path("sessionToken").asText());
            assertThat(session.path("host").asText()).startsWith("http://").doesNotEndWith("/");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"verification\":{}}",
                    "{\"verification\":{\"vendorData\":null,\"callback\":null}}",
                    "{\"verification\":{\"callback\":\"https://example.com/back?x=1\",\"person\":{\"firstName\":\"J\"},\"document\":{},"
                            + "\"lang\":\"en\",\"features\":[\"selfid\"],\"timestamp\":\"2016-05-19T08:30:25.597Z\",\"endUserId\":\"x\"}}",
                    "{\"verification\":{\"callback\":\"https://kyc_hooks.example.com/back\"}}",
                    "{\"verification\":{\"callback\":\"https://b\u00fccher.example/\"}}",
                    "{\"a\":1,\"verification\":{\"vendorData\":\"\"}}"
                })
        void reads_over_what_it_does_not_keep(String body) {
            assertThatAnswer(create(body).answer()).hasStatus(201);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/v1/sessions", "/v1/sessions/"})
        void needs_no_signature_and_takes_a_slash(String path) {
            for (var signature : List.of("", "nonsense", "0".repeat(64))) {
                var call = Client.ACME.unsigned("POST", path);
                var signed = signature.isEmpty() ? call : call.with("x-hmac-signature", signature);

                assertThatAnswer(
                                signed.holding(
                                                "application/json",
                                                "{\"verification\":{}}".getBytes(UTF_8))
                                        .answer())
                        .hasStatus(201)
                        .isSignedFor(Client.ACME);
            }
        }

        @Test
        void needs_one_where_the_integration_says_so() {
            var body = "{\"verification\":{}}".getBytes(UTF_8);
            var call =
                    Client.ABLE.unsigned("POST", "/v1/sessions").holding("application/json", body);

            assertThatAnswer(call.answer()).isRefused(401, "1815");
            assertThatAnswer(call.with("x-hmac-signature", "0".repeat(64)).answer())
                    .isRefused(401, "1819");
            assertThatAnswer(call.with("x-hmac-signature", Client.ABLE.sign(body)).answer())
                    .hasStatus(201);
        }

        @Test
        void takes_1000_characters_of_vendor_data_and_no_more() {
            var most = "😀".repeat(1_000);

            assertThatAnswer(
                            create("{\"verification\":{\"vendorData\":\"" + most + "\"}}").answer())
                    .hasStatus(201);
            assertThatAnswer(
                            create("{\"verification\":{\"vendorData\":\"" + most + "x\"}}")
                                    .answer())
                    .isRefused(400, "1500", "vendorData cannot be more than 1000 symbols");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{}                                                    | 1102 | Mandatory parameters are missing from the request.",
                    "{\"verification\":null}                               | 1102 | Mandatory parameters are missing from the request.",
                    "{\"verification\":[]}                                 | 1104 | Request includes invalid parameters.",
                    "{\"verification\":{\"vendorData\":1}}                 | 1501 | vendorData must be a string",
                    "{\"verification\":{\"vendorData\":{\"a\":1}}}         | 1501 | vendorData must be a string",
                    "{\"verification\":{\"vendorData\":\"\\u0000\"}}       | 1104 | Request includes invalid parameters.",
                    "{\"verification\":{\"vendorData\":\"\\ud800\"}}       | 1104 | Request includes invalid parameters.",
                    "{\"verification\":{\"callback\":\"http://a.b/c\"}}    | 1302 | Only HTTPS return URLs are allowed.",
                    "{\"verification\":{\"callback\":\"https://\"}}        | 1302 | Only HTTPS return URLs are allowed.",
                    "{\"verification\":{\"callback\":5}}                   | 1302 | Only HTTPS return URLs are allowed.",
                    "[]                                                    | 1101 | Validation failed",
                    "{\"verification\":{},\"verification\":{}}             | 1101 | Validation failed"
                })
        void refuses_what_is_wrong(String body, String code, String message) {
            assertThatAnswer(create(body).answer())
                    .isRefused(400, code, message)
                    .isSignedFor(Client.ACME);
        }

        @Test
        void refuses_an_encoded_body_in_whatever_line_that_is_said() {
            var call =
                    Client.ACME
                            .unsigned("POST", "/v1/sessions")
                            .with("Content-Encoding", "identity")
                            .with("Content-Encoding", "gzip")
                            .holding("application/json", "{\"verification\":{}}".getBytes(UTF_8));

            assertThatAnswer(call.answer()).isRefused(415, "1101", "Unsupported media type");
        }

        @Test
        void refuses_another_media_type_and_a_body_of_more_than_a_mebibyte() {
            var body = new byte[(1 << 20) + 1];
            var call = Client.ACME.unsigned("POST", "/v1/sessions");

            assertThatAnswer(call.holding("image/png", body).answer()).isRefused(415, "1101");
            assertThatAnswer(call.holding("application/json", body).answer())
                    .isRefused(413, "1101", "Request entity too large")
                    .isSignedFor(Client.ACME);
        }
    }

    @Nested
    class Reading {

        @Test
        void answers_what_creating_answered_until_media_came() {
            var created = create("{\"verification\":{\"vendorData\":\"user-1\"}}").answer();
            var session = Client.sessionOf(created);

            assertThatAnswer(Client.ACME.read(session).answer())
                    .hasStatus(200)
                    .isSignedFor(Client.ACME);
            assertThat(Client.ACME.read(session).answer().text()).isEqualTo(created.text());

            Client.ACME.upload(session, anImage()).answer();
            assertThat(status(Client.ACME.read(session).answer())).isEqualTo("started");
        }

        @Test
        void answers_head_with_the_signature_of_what_get_answers() {
            var session = Client.ACME.session();
            var get = Client.ACME.read(session).answer();
            var head = Client.ACME.call("HEAD", "/v1/sessions/" + session, session).answer();

            assertThatAnswer(head)
                    .hasStatus(200)
                    .hasHeader("x-hmac-signature", get.header("x-hmac-signature").orElseThrow());
            assertThat(head.bytes()).isEmpty();
        }

        @Test
        void knows_no_session_of_anybody_else() {
            for (var other : List.of(NIL, Client.GLOBEX.session(), Client.ABLE.session())) {
                assertThatAnswer(Client.ACME.read(other).answer()).isNotFound();
                assertThatAnswer(Client.ACME.list(other).answer()).isNotFound();
                assertThatAnswer(Client.ACME.submit(other).answer()).isNotFound();
                assertThatAnswer(Client.ACME.erase(other).answer()).isNotFound();
            }
            assertThatAnswer(Client.ACME.read("x").answer())
                    .isRefused(400, "1002", "Query ID must be a valid UUID V4");
            assertThatAnswer(Client.ACME.submit("x").answer()).isRefused(400, "1002");
        }
    }

    @Nested
    class Changing {

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void submits_with_or_without_media(boolean withMedia) {
            var session = Client.ACME.session();
            if (withMedia) {
                Client.ACME.upload(session, anImage()).answer();
            }

            var answer = Client.ACME.submit(session).answer();

            assertThatAnswer(answer).hasStatus(200).isSignedFor(Client.ACME);
            assertThat(status(answer)).isEqualTo("submitted");
            assertThatAnswer(Client.ACME.submit(session).answer())
                    .isRefused(400, "1304", "Cannot transition to \"submitted\" status.");
        }

        @Test
        void reads_over_other_members() {
            var session = Client.ACME.session();
            var body =
                    "{\"verification\":{\"frontState\":\"done\",\"status\":\"submitted\",\"timestamp\":\"2025-01-01T10:00:00Z\"}}";

            assertThatAnswer(Client.ACME.send("PATCH", "/v1/sessions/" + session, body).answer())
                    .hasStatus(200);
        }

        @Test
        void cancels_from_everywhere_where_it_is_allowed() {
            for (var before : List.of("created", "started", "submitted")) {
                var session = Client.ABLE.session();
                kept.update(
                        "update session set status = upper(?) where id = ?",
                        before,
                        UUID.fromString(session));

                var answer = Client.ABLE.change(session, "canceled").answer();

                assertThatAnswer(answer).hasStatus(200);
                assertThat(status(answer)).isEqualTo("canceled");
                assertThatAnswer(Client.ABLE.change(session, "canceled").answer())
                        .isRefused(400, "1304", "Cannot transition to \"canceled\" status.");
                assertThatAnswer(Client.ABLE.submit(session).answer())
                        .isRefused(400, "1304", "Cannot transition to \"submitted\" status.");
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"verification\":{\"status\":\"canceled\"}}   | 1303 | Invalid status.",
                    "{\"verification\":{\"status\":\"Submitted\"}}  | 1303 | Invalid status.",
                    "{\"verification\":{\"status\":\"\"}}           | 1303 | Invalid status.",
                    "{\"verification\":{\"status\":5}}              | 1104 | Request includes invalid parameters.",
                    "{\"verification\":{}}                          | 1102 | Mandatory parameters are missing from the request.",
                    "{\"verification\":{\"status\":null}}           | 1102 | Mandatory parameters are missing from the request.",
                    "{}                                             | 1102 | Mandatory parameters are missing from the request.",
                    "no JSON                                        | 1101 | Validation failed"
                })
        void refuses_what_is_wrong(String body, String code, String message) {
            var session = Client.ACME.session();

            assertThatAnswer(Client.ACME.send("PATCH", "/v1/sessions/" + session, body).answer())
                    .isRefused(400, code, message)
                    .isSignedFor(Client.ACME);
            assertThat(status(Client.ACME.read(session).answer())).isEqualTo("created");
        }

        @Test
        void needs_a_signature_over_the_body() {
            var session = Client.ACME.session();

            assertThatAnswer(Client.ACME.withSecret("wrong").submit(session).answer())
                    .isRefused(401, "1819");
            assertThat(status(Client.ACME.read(session).answer())).isEqualTo("created");
        }
    }
}
