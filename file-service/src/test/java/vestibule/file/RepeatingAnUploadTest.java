package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.aFile;
import static vestibule.intake.client.AFile.named;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.AFile;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** {@code Idempotency-Key}. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatingAnUploadTest {

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    private static Call upload(String key) {
        return upload(key, aFile());
    }

    private static Call upload(String key, AFile file) {
        return Calls.upload(Form.of("passport", file)).with("Idempotency-Key", key);
    }

    @Nested
    class The_same_key_and_content {

        @Test
        void are_answered_the_same_and_kept_once() {
            var first = upload("k1").answer();

            var second = upload("k1").answer();

            assertThatAnswer(first).isStored().hasNoHeader("Idempotent-Replayed");
            assertThatAnswer(second)
                    .isStored()
                    .hasHeader("Idempotent-Replayed", "true")
                    .hasHeader("Content-Type", "application/json")
                    .hasHeader("Location", Calls.pathOf(first));
            assertThat(second.bytes()).isEqualTo(first.bytes());
            kept.exactly(1);
        }

        @Test
        void are_the_same_in_another_multipart() {
            var first = upload("k1").answer();

            var form =
                    Form.empty()
                            .text("more", "x")
                            .file(aFile().with("X-Other: 1"))
                            .text("purpose", "passport");
            var second = Calls.upload(form).with("Idempotency-Key", "k1").answer();

            assertThat(second.bytes()).isEqualTo(first.bytes());
            kept.exactly(1);
        }

        @Test
        void are_the_same_whether_the_key_is_quoted_or_bare() {
            var first = upload("a key").answer();

            var second = upload("\"a key\"").answer();

            assertThatAnswer(second).isStored().hasHeader("Idempotent-Replayed", "true");
            assertThat(second.bytes()).isEqualTo(first.bytes());
        }

        @Test
        void of_another_client_are_another_upload() {
            var mine = upload("k1").answer();

            var theirs = upload("k1").as(Calls.GLOBEX).answer();

            assertThatAnswer(theirs).isStored().hasNoHeader("Idempotent-Replayed");
            assertThat(Calls.idOf(theirs)).isNotEqualTo(Calls.idOf(mine));
            kept.exactly(2);
        }

        @Test
        void fifty_at_once_are_kept_once() throws Exception {
            try (var threads = Executors.newFixedThreadPool(50)) {
                var answers =
                        threads
                                .invokeAll(
                                        Stream.generate(
                                                        () ->
                                                                (Callable<Answer>)
                                                                        upload("k1")::answer)
                                                .limit(50)
                                                .toList())
                                .stream()
                                .map(java.util.concurrent.Future::resultNow)
                                .toList();

                var stored = answers.stream().filter(answer -> answer.status() == 201).toList();
                assertThat(stored).isNotEmpty();
                assertThat(stored)
                        .extracting(Calls::idOf)
                        .containsOnly(Calls.idOf(stored.getFirst()));
                assertThat(stored)
                        .filteredOn(answer -> answer.header("Idempotent-Replayed").isEmpty())
                        .hasSize(1);
                assertThat(answers)
                        .filteredOn(answer -> answer.status() != 201)
                        .allSatisfy(RepeatingAnUploadTest::isInUse);
            }
            kept.exactly(1);
        }
    }

    private static void isInUse(Answer answer) {
        assertThatAnswer(answer)
                .isRefused(409, "idempotency.key.in.use")
                .saying("A request with this idempotency key is in progress.")
                .hasHeader("Retry-After", "1");
    }

    @Nested
    class The_same_key_in_flight {

        @Test
        void is_answered_409_before_the_body_is_read() throws Exception {
            var form = Form.of("passport", aFile());
            try (var slow = Wire.open()) {
                slow.head("Idempotency-Key: slow", form);
                slow.send(form.bytes(), 0, 40);
                Kept.eventually(
                        () ->
                                assertThat(
                                                kept.row(
                                                        "select count(*) from idempotency_key where"
                                                                + " key = 'slow'"))
                                        .containsExactly("1"));

                isInUse(upload("slow").answer());

                slow.send(form.bytes(), 40, (int) form.length());
                assertThat(slow.hear().code()).isEqualTo(201);
            }
            kept.exactly(1);
        }
    }

    @Nested
    class The_same_key_with_other_content {

        static Stream<AFile> others() {
            return Stream.of(
                    aFile().holding(Samples.seedJpeg()),
                    named("scan2"),
                    aFile().declaredAs("image/png"));
        }

        @ParameterizedTest
        @MethodSource("others")
        void is_refused(AFile other) {
            upload("k1").answer();

            assertThatAnswer(upload("k1", other).answer())
                    .isRefused(422, "idempotency.key.reused")
                    .saying("The idempotency key was used with different content.");
            kept.exactly(1);
        }

        @Test
        void for_another_purpose_is_refused() {
            upload("k1").answer();
            var other = Calls.upload(Form.of("other", aFile())).with("Idempotency-Key", "k1");

            assertThatAnswer(other.answer()).isRefused(422, "idempotency.key.reused");
            kept.exactly(1);
        }
    }

    @Nested
    class A_key {

        @Test
        void of_255_characters_is_good() {
            assertThatAnswer(upload("k".repeat(255)).answer()).isStored();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\"\"", "a\tb"})
        void that_is_not_1_to_255_printable_ascii_characters_is_refused(String key) {
            invalid(upload(key));
        }

        @Test
        void of_256_characters_is_refused() {
            invalid(upload("k".repeat(256)));
        }

        @Test
        void that_comes_twice_is_refused() {
            invalid(upload("k1").with("Idempotency-Key", "k1"));
        }

        @Test
        void of_a_refused_upload_is_free_again_at_once() {
            for (int i = 0; i < 10; i++) {
                var refused =
                        Calls.upload(Form.of("selfie", aFile())).with("Idempotency-Key", "k1");
                assertThatAnswer(refused.answer()).isRefused(422, "purpose.invalid");
            }

            assertThatAnswer(upload("k1").answer()).isStored().hasNoHeader("Idempotent-Replayed");
        }

        private void invalid(Call call) {
            assertThatAnswer(call.answer())
                    .isRefused(422, "idempotency.key.invalid")
                    .saying("The idempotency key is not valid.");
            kept.nothing();
        }
    }
}
