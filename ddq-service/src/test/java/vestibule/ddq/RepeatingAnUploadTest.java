package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.anUpload;
import static vestibule.ddq.Upload.forUser;
import static vestibule.ddq.Upload.ofIdFront;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** {@code Idempotency-Key}. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatingAnUploadTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    private static Call upload(String key, Upload upload) {
        return upload.call().with("Idempotency-Key", key);
    }

    private static Upload two() {
        return ofIdFront().file("por.jpg", "PoR", Samples.seedJpeg());
    }

    @Nested
    class The_same_key_and_content {

        @Test
        void are_answered_the_same_and_kept_once() {
            var first = upload("k1", two()).answer();

            var second = upload("k1", two()).answer();

            assertThatAnswer(first).isAccepted().hasNoHeader("Idempotent-Replayed");
            assertThatAnswer(second)
                    .isAccepted()
                    .hasHeader("Idempotent-Replayed", "true")
                    .hasHeader("Content-Type", "application/json")
                    .hasHeader("X-Document-Ids", String.join(",", Calls.idsOf(first)))
                    .hasHeader("Location", first.header("Location").orElseThrow());
            assertThat(second.bytes()).isEqualTo(first.bytes());
            kept.exactly(2);
        }

        @Test
        void are_the_same_with_file_types_in_another_order_and_a_blank_ddq_id() {
            upload("k1", two()).answer();
            var other =
                    two().fileTypes(" {\"por.jpg\": \"PoR\",\n\"id_front.png\": \"ID\"}")
                            .ddqId(" ")
                            .field("more", "x");

            assertThatAnswer(upload("\"k1\"", other).answer())
                    .isAccepted()
                    .hasHeader("Idempotent-Replayed", "true");
            kept.exactly(2);
        }

        @Test
        void of_another_client_are_another_upload() {
            upload("k1", two()).answer();
            Calls.register(Calls.USER).as(Calls.GLOBEX).answer();

            assertThatAnswer(upload("k1", two()).as(Calls.GLOBEX).answer())
                    .isAccepted()
                    .hasNoHeader("Idempotent-Replayed");
            kept.exactly(4);
        }

        @Test
        void twenty_at_once_are_kept_once() throws Exception {
            try (var threads = Executors.newFixedThreadPool(20)) {
                Callable<Answer> call = upload("k1", two())::answer;
                var answers =
                        threads.invokeAll(Stream.generate(() -> call).limit(20).toList()).stream()
                                .map(Future::resultNow)
                                .toList();

                assertThat(answers)
                        .filteredOn(answer -> answer.status() == 202)
                        .isNotEmpty()
                        .filteredOn(answer -> answer.header("Idempotent-Replayed").isEmpty())
                        .hasSize(1);
                assertThat(answers)
                        .filteredOn(answer -> answer.status() != 202)
                        .allSatisfy(
                                answer ->
                                        assertThatAnswer(answer)
                                                .isRefused(
                                                        409,
                                                        "A request with this Idempotency-Key is in"
                                                                + " progress")
                                                .hasHeader("Retry-After", "1"));
            }
            kept.exactly(2);
        }
    }

    @Nested
    class The_same_key_with_other_content {

        static Stream<Upload> others() {
            return Stream.of(
                    ofIdFront(),
                    ofIdFront().file("por.jpg", "ID", Samples.seedJpeg()),
                    ofIdFront().file("por2.jpg", "PoR", Samples.seedJpeg()),
                    ofIdFront().file("por.jpg", "PoR", Samples.jpeg(2, 2)),
                    two().declaredAs("image/jpeg"),
                    two().ddqId("12"),
                    anUpload()
                            .file("por.jpg", "PoR", Samples.seedJpeg())
                            .file("id_front.png", "ID"));
        }

        @ParameterizedTest
        @MethodSource("others")
        void is_refused(Upload other) {
            upload("k1", two()).answer();

            assertThatAnswer(upload("k1", other).answer())
                    .isRefused("Idempotency-Key was used with different content");
            kept.exactly(2);
        }

        @Test
        void for_another_user_is_refused() {
            upload("k1", ofIdFront()).answer();
            Calls.register("other").answer();

            assertThatAnswer(upload("k1", forUser("other").file("id_front.png", "ID")).answer())
                    .isRefused("Idempotency-Key was used with different content");
        }
    }

    @Nested
    class A_key {

        @ParameterizedTest
        @ValueSource(strings = {"", "\"\"", "a\tb"})
        void that_is_not_1_to_255_printable_ascii_characters_is_refused(String key) {
            assertThatAnswer(upload(key, ofIdFront()).answer())
                    .isRefused("Invalid Idempotency-Key");
            kept.nothing();
        }

        @Test
        void of_256_characters_is_refused_and_one_of_255_is_good() {
            assertThatAnswer(upload("k".repeat(256), ofIdFront()).answer())
                    .isRefused("Invalid Idempotency-Key");
            assertThatAnswer(upload("k".repeat(255), ofIdFront()).answer()).isAccepted();
        }

        @Test
        void of_a_refused_upload_is_free_again_at_once() {
            assertThatAnswer(upload("k1", forUser("nobody").file("a.png", "ID")).answer())
                    .isUnknownUser();
            assertThatAnswer(upload("k1", anUpload()).answer()).isRefused("files is required");

            assertThatAnswer(upload("k1", ofIdFront()).answer())
                    .isAccepted()
                    .hasNoHeader("Idempotent-Replayed");
        }
    }
}
