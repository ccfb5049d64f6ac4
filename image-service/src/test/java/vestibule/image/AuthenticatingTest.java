package vestibule.image;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.image.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Call;
import vestibule.intake.client.Kept;

/** {@code x-api-key}. */
@QuarkusTest
@QuarkusTestResource(ImageServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthenticatingTest {

    @RegisterExtension final Kept kept = ImageServiceStack.kept();

    private static Call putAs(String key) {
        return Calls.as(key, "PUT", "/Image").holding(Calls.passport("6xx28lo115832"));
    }

    @Nested
    class Lets_in {

        @ParameterizedTest
        @ValueSource(strings = {"acme-key", "acme-next-key", "globex-key"})
        void every_key_within_its_window(String key) {
            assertThatAnswer(putAs(key).answer())
                    .isRefused("invalid_submission", "Invalid submission.");
        }
    }

    @Nested
    class Answers_403 {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "unknown",
                    "acme-old",
                    "acme-soon",
                    "gone-key",
                    "file-token",
                    "ACME-KEY",
                    "acme-key x",
                    ""
                })
        void to_every_key_that_is_not_good_here_and_now(String key) {
            forbidden(putAs(key));
        }

        @Test
        void to_a_key_of_257_characters() {
            forbidden(putAs("x".repeat(257)));
        }

        @Test
        void without_a_key() {
            forbidden(Call.of("PUT", "/Image").holding(Calls.passport("x")));
        }

        @Test
        void to_a_bearer_token() {
            forbidden(Call.of("PUT", "/Image").as(Calls.ACME).holding(Calls.passport("x")));
        }

        @Test
        void to_two_keys_even_if_both_are_good() {
            forbidden(putAs(Calls.ACME).with("x-api-key", Calls.ACME));
        }

        @ParameterizedTest
        @CsvSource({
            "PUT, /v3/submission/image",
            "POST, /v3/submission/migration",
            "GET, /v3/submission",
            "DELETE, /v3/submission",
            "GET, /v3/image"
        })
        void on_every_route(String method, String path) {
            forbidden(Call.of(method, path));
        }

        private void forbidden(Call call) {
            var answer = call.answer();
            assertThatAnswer(answer)
                    .isRefusedPlainly(403, "Forbidden")
                    .hasNoHeader("WWW-Authenticate")
                    .hasNoHeader("Retry-After");
            assertThat(answer.text()).isEqualTo("{\"message\":\"Forbidden\"}");
            kept.nothing();
        }
    }

    @Nested
    class Limits_the_rate {

        /** No other test calls as this client. */
        @Test
        void of_each_key_of_a_client_that_has_a_limit() {
            Calls.as("one-key", "GET", "/v3/submission").answer();

            assertThatAnswer(putAs("one-key").answer())
                    .isRefusedPlainly(429, "Too Many Requests")
                    .hasNoHeader("x-ratelimit-limit");
            assertThatAnswer(Calls.as("one-next-key", "GET", "/v3/submission").answer())
                    .hasStatus(200);
        }
    }
}
