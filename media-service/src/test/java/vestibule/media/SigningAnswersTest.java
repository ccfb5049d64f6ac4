package vestibule.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.media.AnswerAssert.assertThatAnswer;
import static vestibule.media.Image.anImage;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Kept;

@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningAnswersTest {

    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    @RegisterExtension final Kept kept = MediaServiceStack.kept();

    @Nested
    class While_a_secret_is_rotated {

        @ParameterizedTest
        @ValueSource(strings = {"going", "here"})
        void every_valid_one_counts_and_signs_its_own_answers(String secret) {
            var client = Client.ROTATING.withSecret(secret);
            var created = client.send("POST", "/v1/sessions", "{\"verification\":{}}").answer();
            var session = Client.sessionOf(created);

            assertThatAnswer(created).hasStatus(201).isSignedFor(client);
            assertThatAnswer(client.upload(session, anImage()).answer())
                    .isStored()
                    .isSignedFor(client);
            assertThatAnswer(client.upload(session, "[]").answer()).isInvalid().isSignedFor(client);
            assertThatAnswer(client.list(session).answer()).hasStatus(200).isSignedFor(client);
        }

        @ParameterizedTest
        @ValueSource(strings = {"out", "later"})
        void no_other_does(String secret) {
            var client = Client.ROTATING.withSecret(secret);

            assertThatAnswer(client.upload(NIL, anImage()).answer()).isRefused(401, "1819");
            assertThatAnswer(client.list(NIL).answer()).isRefused(401, "1818");
        }

        @Test
        void answers_to_what_was_not_proved_are_signed_with_the_first_valid_one() {
            var first = Client.ROTATING.withSecret("going");
            var created =
                    first.unsigned("POST", "/v1/sessions")
                            .holding("application/json", "{\"verification\":{}}".getBytes(UTF_8));

            assertThatAnswer(created.answer()).hasStatus(201).isSignedFor(first);
        }
    }

    @Nested
    class Every_other_answer_is_signed {

        @ParameterizedTest
        @CsvSource({
            "PUT, application/json, 405, 1101, Method not allowed",
            "POST, image/jpeg, 415, 1101, Unsupported media type"
        })
        void of_the_framework_too(
                String method, String type, int status, String code, String message) {
            var body = anImage().json().getBytes(UTF_8);
            var call =
                    Client.ACME
                            .unsigned(method, "/v1/sessions/" + NIL + "/media")
                            .with("x-hmac-signature", Client.ACME.sign(body))
                            .holding(type, body);

            assertThatAnswer(call.answer())
                    .isRefused(status, code, message)
                    .isSignedFor(Client.ACME);
        }

        @Test
        void but_for_paths_that_nobody_has() {
            assertThatAnswer(Client.ACME.call("GET", "/v1/nowhere", NIL).answer())
                    .isNotFound()
                    .isNotSigned()
                    .hasNoHeader("x-auth-client");
        }

        @Test
        void when_the_rate_limit_is_reached_which_each_integration_has_for_itself() {
            Client.SLOW.read(NIL).answer();
            Client.SLOW.read(NIL).answer();

            assertThatAnswer(Client.SLOW.read(NIL).answer())
                    .isRefused(429, "1101", "Too many requests")
                    .isSignedFor(Client.SLOW);
            assertThatAnswer(Client.SLOW_TOO.read(NIL).answer()).isNotFound();
        }

        @Test
        void has_the_request_id_that_was_sent_or_a_fresh_one() {
            var answer = Client.ACME.read(NIL).with("X-Request-Id", "a.b-1_C").answer();

            assertThatAnswer(answer).hasHeader("X-Request-Id", "a.b-1_C");
            assertThat(
                            Client.ACME
                                    .read(NIL)
                                    .with("X-Request-Id", "a b")
                                    .answer()
                                    .header("X-Request-Id"))
                    .get()
                    .satisfies(id -> UUID.fromString(id));
        }
    }
}
