package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.aFile;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;

@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitingTheRateTest {

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    private static Call list(String token) {
        return Calls.get("/v1/files").as(token);
    }

    @Nested
    class Every_answer_to_a_known_client {

        @Test
        void tells_the_documented_limit() {
            var answer = list("usual-token").answer();

            assertThatAnswer(answer)
                    .hasStatus(200)
                    .hasHeader("x-ratelimit-limit", "50, 50;w=1")
                    .hasHeader("x-ratelimit-reset", "1")
                    .hasNoHeader("x-envoy-ratelimited")
                    .hasNoHeader("Retry-After");
            assertThat(answer.header("x-ratelimit-remaining").map(Integer::parseInt).orElseThrow())
                    .isBetween(0, 49);
        }

        @Test
        void has_each_header_once_on_uploads_and_refusals_too() {
            var stored = Calls.upload(Form.of("passport", aFile())).as("usual-token").answer();
            var refused = Calls.upload(Form.empty()).as("usual-token").answer();
            var unknown = Calls.get("/v1/files/x").as("usual-token").answer();

            for (var answer : List.of(stored, refused, unknown)) {
                assertThatAnswer(answer).hasHeader("x-ratelimit-limit", "50, 50;w=1");
                assertThat(answer.headers().allValues("x-ratelimit-remaining")).hasSize(1);
                assertThat(answer.headers().allValues("x-ratelimit-reset")).hasSize(1);
            }
        }
    }

    @Nested
    class The_51st_to_200th_request {

        @Test
        void of_a_window_are_answered_429_and_keep_nothing() {
            var answers =
                    IntStream.range(0, 200)
                            .parallel()
                            .mapToObj(i -> list("fifty-token").answer())
                            .toList();

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(50);
            var refused = answers.stream().filter(answer -> answer.status() != 200).toList();
            assertThat(refused).hasSize(150).allSatisfy(LimitingTheRateTest::isLimitedForAnHour);
            var upload = Calls.upload(Form.of("passport", aFile())).as("fifty-token").answer();
            isLimitedForAnHour(upload);
            kept.nothing();
        }
    }

    private static void isLimitedForAnHour(Answer answer) {
        assertThatAnswer(answer)
                .isRefused(429, "too.many.requests")
                .saying("Too many requests.")
                .hasHeader("x-ratelimit-limit", "50, 50;w=3600")
                .hasHeader("x-ratelimit-remaining", "0")
                .hasHeader("x-envoy-ratelimited", "true")
                .hasHeader("Retry-After", answer.header("x-ratelimit-reset").orElseThrow());
        assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow()))
                .isBetween(3000, 3600);
    }

    @Nested
    class A_new_window {

        /** Also shows that the limit of access.yaml overrides the service's. */
        @Test
        void brings_all_requests_back_together() {
            Kept.eventually(
                    () ->
                            assertThatAnswer(list("two-token").answer())
                                    .hasStatus(429)
                                    .hasHeader("x-ratelimit-limit", "2, 2;w=1")
                                    .hasHeader("Retry-After", "1"));

            Kept.eventually(
                    () ->
                            assertThatAnswer(list("two-token").answer())
                                    .hasStatus(200)
                                    .hasHeader("x-ratelimit-remaining", "1"));
        }
    }

    @Nested
    class A_client_without_a_limit {

        @Test
        void is_told_none() {
            assertThatAnswer(list(Calls.ACME).answer())
                    .hasStatus(200)
                    .hasNoHeader("x-ratelimit-limit")
                    .hasNoHeader("x-ratelimit-remaining")
                    .hasNoHeader("x-ratelimit-reset");
        }
    }
}
