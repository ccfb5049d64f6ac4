package vestibule.image;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.image.AnswerAssert.assertThatAnswer;
import static vestibule.image.Calls.base64;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Events;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.intake.client.Operator;
import vestibule.validation.samples.Samples;

/** What was in a slot goes when another picture comes, wholly or not at all. */
@QuarkusTest
@QuarkusTestResource(ImageServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplacingPicturesTest {

    @RegisterExtension final Kept kept = ImageServiceStack.kept();

    private static Form selfie(String submission, byte[] picture) {
        return Calls.form(submission).text("selfieImage", base64(picture));
    }

    private static byte[] selfieOf(String submission) {
        return Calls.picture(submission, "selfieImage").bytes();
    }

    @Nested
    class A_picture {

        @Test
        void takes_the_place_of_the_one_before() {
            var submission = Calls.submission();
            Calls.put(selfie(submission, Samples.seedJpeg())).answer();

            assertThatAnswer(Calls.put(selfie(submission, Samples.png(2, 2))).answer()).isUpdated();

            assertThat(selfieOf(submission)).isEqualTo(Samples.png(2, 2));
            assertThat(kept.rows()).isOne();
            assertThat(kept.events()).isEqualTo(3);
            Kept.eventually(() -> assertThat(kept.objects()).hasSize(1));
            assertThat(kept.row("select sha256 from picture where deleted_at is not null"))
                    .containsExactly("");
        }

        @Test
        void is_told_again_as_it_was() {
            var submission = Calls.submission();
            Calls.put(selfie(submission, Samples.seedJpeg())).answer();
            Calls.put(selfie(submission, Samples.png(2, 2))).answer();
            var old = kept.row("select id from picture where deleted_at is not null").getFirst();
            var current = kept.row("select id from picture where deleted_at is null").getFirst();

            Operator.asks("replay", "--tenant", "acme", "--yes");

            try (var events = new Events()) {
                var ofOld = events.of(old, 3);
                assertThat(ofOld.get(2).value())
                        .isEqualTo(ofOld.get(1).value())
                        .contains("\"replacedBy\":\"" + current);
                var ofCurrent = events.of(current, 2);
                assertThat(ofCurrent.get(1).value()).isEqualTo(ofCurrent.get(0).value());
            }
        }

        @Test
        void is_replaced_by_the_same_bytes_too() {
            var submission = Calls.submission();
            for (int i = 0; i < 3; i++) {
                Calls.put(selfie(submission, Samples.seedPng())).answer();
            }

            assertThat(kept.rows()).isOne();
            assertThat(kept.events()).isEqualTo(5);
            Kept.eventually(() -> assertThat(kept.objects()).hasSize(1));
        }

        @Test
        void leaves_the_other_slots_as_they_are() {
            var submission = Calls.submission();
            Calls.put(Calls.passport(submission)).answer();

            Calls.put(selfie(submission, Samples.seedJpeg())).answer();

            assertThat(Calls.picture(submission, "idImage").bytes()).isEqualTo(Samples.seedPng());
            kept.exactly(2);
        }

        @Test
        void stays_when_another_of_the_call_is_refused() {
            var submission = Calls.submission();
            Calls.put(selfie(submission, Samples.seedJpeg())).answer();
            var form =
                    Calls.passport(submission)
                            .text("selfieImage", base64(Samples.png(2, 2)))
                            .text("addressImage", "!");

            assertThatAnswer(Calls.put(form).answer()).isUnparsable();

            assertThat(selfieOf(submission)).isEqualTo(Samples.seedJpeg());
            kept.exactly(1);
        }
    }

    @Nested
    class A_held_submission {

        @Test
        void keeps_its_pictures() {
            var submission = Calls.submission();
            Calls.put(selfie(submission, Samples.seedJpeg())).answer();
            kept.update("update submission set held = true where id = ?", submission);

            held(submission);
        }

        @Test
        void takes_pictures_into_empty_slots() {
            var submission = Calls.submission();
            kept.update("update submission set held = true where id = ?", submission);

            assertThatAnswer(Calls.put(selfie(submission, Samples.seedJpeg())).answer())
                    .isUpdated();
            kept.exactly(1);
        }

        @Test
        void can_also_be_one_whose_picture_is_held() {
            var submission = Calls.submission();
            Calls.put(selfie(submission, Samples.seedJpeg())).answer();
            kept.update("update picture set held = true");

            held(submission);
        }

        private void held(String submission) {
            var form = Calls.passport(submission).text("selfieImage", base64(Samples.png(2, 2)));

            assertThatAnswer(Calls.put(form).answer())
                    .isRefused(409, "submission_held", "The submission is under hold.");

            assertThat(selfieOf(submission)).isEqualTo(Samples.seedJpeg());
            kept.exactly(1);
        }
    }

    @Nested
    class Fifty_calls_at_once {

        @Test
        void leave_all_pictures_of_one_of_them() throws Exception {
            var submission = Calls.submission();
            var sets = List.of(set(submission, 1), set(submission, 2));
            warmUp(sets.getFirst());

            var answers =
                    atOnce(
                            IntStream.range(0, 50)
                                    .<Callable<Answer>>mapToObj(
                                            i -> () -> Calls.put(sets.get(i % 2)).answer())
                                    .toList());

            assertThat(answers).allSatisfy(answer -> assertThatAnswer(answer).isUpdated());
            var width =
                    kept.row("select min(width), max(width) from picture where deleted_at is null");
            assertThat(width.getFirst()).isEqualTo(width.getLast());
            assertThat(kept.rows()).isEqualTo(4);
            // 200 came and went, but for the last four of them; so did the four before.
            assertThat(kept.events()).isEqualTo(200 + 196 + 4);
            Kept.eventually(() -> assertThat(kept.objects()).hasSize(4));
        }

        /** A service that has just started refuses what it cannot begin within its patience. */
        private void warmUp(Form set) {
            for (var call = 0; call < 10; call++) {
                assertThatAnswer(Calls.put(set).answer()).isUpdated();
            }
            kept.forgetEvents();
        }

        @Test
        void and_a_deletion_leave_either_nothing() throws Exception {
            var submission = Calls.submission();
            var set = set(submission, 1);
            var calls =
                    IntStream.range(0, 20)
                            .<Callable<Answer>>mapToObj(
                                    i ->
                                            i == 10
                                                    ? Calls.of(
                                                                    "DELETE",
                                                                    "/v3/submission?submissionId="
                                                                            + submission)
                                                            ::answer
                                                    : Calls.put(set)::answer)
                            .toList();

            var answers = atOnce(calls);

            assertThat(answers).extracting(Answer::status).containsOnly(200, 400);
            assertThat(kept.rows()).isZero();
            Kept.eventually(() -> assertThat(kept.objects()).isEmpty());
        }

        private static Form set(String submission, int width) {
            var form = Calls.form(submission);
            for (var slot : Slot.values()) {
                form.text(slot.word(), base64(Samples.png(width, 1)));
            }
            return form;
        }

        private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
            try (var threads = Executors.newFixedThreadPool(calls.size())) {
                return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
            }
        }
    }
}
