package vestibule.file;

import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.aFile;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Call;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;

@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthenticatingTest {

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    private static Call upload() {
        return Calls.upload(Form.of("passport", aFile()));
    }

    @Nested
    class Lets_in {

        @ParameterizedTest
        @ValueSource(strings = {"acme-token", "acme-rotating-out", "globex-token"})
        void every_key_within_its_window(String token) {
            assertThatAnswer(upload().as(token).answer()).isStored();
        }

        @Test
        void a_token_of_4096_characters() {
            assertThatAnswer(upload().as(FileServiceStack.LONGEST_TOKEN).answer()).isStored();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "Bearer    "})
        void the_scheme_in_any_case_with_any_spaces(String scheme) {
            assertThatAnswer(
                            upload().asNobody().with("Authorization", scheme + Calls.ACME).answer())
                    .isStored();
        }
    }

    @Nested
    class Answers_401 {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "unknown",
                    "acme-old",
                    "acme-soon",
                    "gone-token",
                    "image-token",
                    "ACME-TOKEN",
                    "acme-token x",
                    "acme-token,",
                    "eyJhbGciOiJub25lIn0.e30."
                })
        void to_every_token_that_is_not_good_here_and_now(String token) {
            refused(upload().as(token));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "acme-token",
                    "Bearer",
                    "Bearer ",
                    "Beareracme-token",
                    "Basic YWNtZS10b2tlbg==",
                    "Bearer\tacme-token",
                    "Token acme-token"
                })
        void to_whatever_is_not_a_bearer_token(String value) {
            refused(upload().asNobody().with("Authorization", value));
        }

        @Test
        void without_a_header() {
            refused(upload().asNobody());
        }

        @Test
        void to_two_headers_even_if_both_are_good() {
            refused(upload().with("Authorization", "Bearer " + Calls.ACME));
        }

        @Test
        void to_a_token_of_4097_characters() {
            refused(upload().as(FileServiceStack.LONGEST_TOKEN + "x"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/v1/files", "/v1/files/x", "/v1/files/x/contents"})
        void on_the_companions_too(String path) {
            refused(Calls.get(path).asNobody());
        }

        private void refused(Call call) {
            assertThatAnswer(call.answer())
                    .isRefused(401, "unauthorized")
                    .saying("Unauthorized.")
                    .hasHeader("WWW-Authenticate", "Bearer")
                    .hasNoHeader("x-ratelimit-limit")
                    .hasNoHeader("x-ratelimit-remaining")
                    .hasNoHeader("x-ratelimit-reset")
                    .hasNoHeader("x-envoy-ratelimited")
                    .hasNoHeader("Retry-After");
            kept.nothing();
        }
    }
}
