package vestibule.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.media.AnswerAssert.assertThatAnswer;
import static vestibule.media.Image.anImage;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
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
import vestibule.intake.client.Call;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Kept;
import vestibule.intake.probe.Talk;

/** {@code x-auth-client} and {@code x-hmac-signature}, of requests and of answers. */
@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthenticatingTest {

    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    @RegisterExtension final Kept kept = MediaServiceStack.kept();

    @Nested
    class The_api_key {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "''                                   | 1101 | Mandatory X-AUTH-CLIENT header containing the API key is missing from the request.",
                    "abc                                  | 1802 | API key is not a valid UUID",
                    "d69a07cf-4434-4d36-be6c-d22af7dc01f  | 1802 | API key is not a valid UUID",
                    "aea9ba6d-1b47-47fc-a4fc-f72b6d3584a7 | 1803 | Integration with the API key was not found",
                    "77777777-7777-4777-8777-777777777777 | 1803 | Integration with the API key was not found",
                    "11111111-1111-4111-8111-111111111111 | 1804 | Integration with the API key is not active"
                })
        void is_judged_on_its_own(String key, String code, String message) {
            var client = new Client(key, "switched-off");

            var answer = client.upload(NIL, anImage()).answer();

            assertThatAnswer(answer).isRefused(401, code, message).isNotSigned();
            if (key.length() == 36) {
                assertThatAnswer(answer).hasHeader("x-auth-client", key);
            } else {
                assertThatAnswer(answer).hasNoHeader("x-auth-client");
            }
            kept.nothing();
        }

        @Test
        void is_missing_where_there_is_no_header() {
            assertThatAnswer(Call.of("GET", "/v1/sessions/" + NIL).answer())
                    .isRefused(
                            401,
                            "1101",
                            "Mandatory X-AUTH-CLIENT header containing the API key is missing from the request.")
                    .hasNoHeader("x-auth-client")
                    .hasNoHeader("WWW-Authenticate");
        }

        @Test
        void is_none_when_there_are_two() {
            var call = Client.ACME.list(NIL).with("x-auth-client", Client.ACME.apiKey());

            assertThatAnswer(call.answer())
                    .isRefused(401, "1802", "API key is not a valid UUID")
                    .isNotSigned();
        }

        @Test
        void may_have_any_letter_case_and_is_echoed_as_sent() {
            var shouting =
                    new Client(
                            Client.ACME.apiKey().toUpperCase(java.util.Locale.ROOT),
                            Client.ACME.secret());

            assertThatAnswer(shouting.upload(shouting.session(), anImage()).answer())
                    .isStored()
                    .isSignedFor(shouting);
        }

        @Test
        void is_refused_before_the_body_and_before_100_continue() throws IOException {
            try (var talk = Talk.to(Call.server())) {
                talk.say(
                        "POST /v1/sessions/" + NIL + "/media HTTP/1.1",
                        "Host: 127.0.0.1",
                        "Content-Type: application/json",
                        "Content-Length: 31457280",
                        "Expect: 100-continue");

                var answer = talk.hear();

                assertThat(answer.code()).isEqualTo(401);
                assertThat(answer.header("connection")).contains("close");
            }
        }
    }

    @Nested
    class The_signature {

        private String session = "";
        private String path = "";

        @BeforeEach
        void create() {
            session = Client.ACME.session();
            path = "/v1/sessions/" + session + "/media";
        }

        private Call upload() {
            return Client.ACME
                    .unsigned("POST", path)
                    .holding("application/json", anImage().json().getBytes(UTF_8));
        }

        @Test
        void may_have_any_letter_case() {
            var signature = Client.ACME.sign(anImage().json());
            var call =
                    upload().with("X-HMAC-SIGNATURE", signature.toUpperCase(java.util.Locale.ROOT));

            assertThatAnswer(call.answer()).isStored();
        }

        @Test
        void must_be_there() {
            refused(upload(), "1815", "Could not authenticate request.");
        }

        @Test
        void must_be_there_once() {
            var signature = Client.ACME.sign(anImage().json());

            refused(
                    upload().with("x-hmac-signature", signature)
                            .with("x-hmac-signature", signature),
                    "1815",
                    "Could not authenticate request.");
        }

        @Test
        void must_be_64_hex_digits() {
            refused(
                    upload().with("x-hmac-signature", "abc"),
                    "1812",
                    "Signature is not a valid SHA256 hash");
        }

        static Stream<String> wrong() {
            var body = anImage().json();
            var right = Client.ACME.sign(body);
            return Stream.of(
                    (right.startsWith("0") ? "1" : "0") + right.substring(1),
                    Digests.hex((body + Client.ACME.secret()).getBytes(UTF_8)),
                    Client.ACME.sign(NIL),
                    Client.ACME.sign(""),
                    Client.GLOBEX.sign(body),
                    "0".repeat(64));
        }

        @ParameterizedTest
        @MethodSource("wrong")
        void must_be_over_exactly_these_bytes_with_a_secret_of_this_integration(String wrong) {
            refused(
                    upload().with("x-hmac-signature", wrong),
                    "1819",
                    "Signature does not match the HMAC-SHA256 of request body and integration API secret");
        }

        private void refused(Call call, String code, String message) {
            assertThatAnswer(call.answer())
                    .isRefused(401, code, message)
                    .hasHeader("x-auth-client", Client.ACME.apiKey())
                    .isNotSigned();
            kept.nothing();
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "DELETE"})
        void of_a_request_without_body_is_over_the_id(String method) {
            for (var other : List.of("", path, NIL)) {
                assertThatAnswer(
                                Client.ACME.call(method, "/v1/sessions/" + session, other).answer())
                        .isRefused(
                                401,
                                "1818",
                                "Signature does not match the HMAC-SHA256 of query ID and integration API secret");
            }
            assertThatAnswer(Client.ACME.call(method, "/v1/sessions/" + session, session).answer())
                    .hasStatus(200);
        }

        @Test
        void of_an_id_counts_as_written_and_in_lower_case() {
            var written = session.toUpperCase(java.util.Locale.ROOT);

            for (var signed : List.of(written, session)) {
                assertThatAnswer(
                                Client.ACME.call("GET", "/v1/sessions/" + written, signed).answer())
                        .hasStatus(200)
                        .isSignedFor(Client.ACME);
            }
        }

        @Test
        void of_the_former_kind_counts_where_it_is_allowed_and_alone() {
            var own = Client.ABLE.session();
            var body = anImage().json().getBytes(UTF_8);
            var former = Digests.hex((anImage().json() + Client.ABLE.secret()).getBytes(UTF_8));
            var call =
                    Client.ABLE
                            .unsigned("POST", "/v1/sessions/" + own + "/media")
                            .with("x-signature", former)
                            .holding("application/json", body);

            assertThatAnswer(call.answer()).isStored().isSignedFor(Client.ABLE);
            assertThatAnswer(call.with("x-hmac-signature", "0".repeat(64)).answer())
                    .isRefused(401, "1819");
            assertThatAnswer(upload().with("x-signature", former).answer()).isRefused(401, "1815");
        }
    }
}
