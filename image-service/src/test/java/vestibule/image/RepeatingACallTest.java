package vestibule.image;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.image.AnswerAssert.assertThatAnswer;
import static vestibule.image.Calls.base64;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vestibule.intake.client.Call;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** {@code Idempotency-Key}. */
@QuarkusTest
@QuarkusTestResource(ImageServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatingACallTest {

    @RegisterExtension final Kept kept = ImageServiceStack.kept();

    private String submission = "";

    @BeforeEach
    void migrate() {
        submission = Calls.submission();
    }

    private static Call with(String key, Form form) {
        return Calls.put(form).with("Idempotency-Key", key);
    }

    @Nested
    class The_same_key_and_content {

        @Test
        void are_answered_the_same_and_change_nothing() {
            var first = with("k1", Calls.passport(submission)).answer();

            var second = with("\"k1\"", Calls.passport(submission)).answer();

            assertThatAnswer(first).isUpdated().hasNoHeader("Idempotent-Replayed");
            assertThatAnswer(second).isUpdated().hasHeader("Idempotent-Replayed", "true");
            assertThat(second.bytes()).isEqualTo(first.bytes());
            kept.exactly(1);
        }

        @Test
        void are_the_same_on_the_other_path_in_json_and_in_another_base64() {
            with("k1", Calls.passport(submission)).answer();
            var json =
                    "{\"idType\":\"passport\",\"idImage\":\"data:image/png;base64,%s\",\"submission_id\":\"%s\",\"admin\":\"%s\"}"
                            .formatted(base64(Samples.seedPng()), submission, Calls.ADMIN);

            var second =
                    Calls.of("PUT", "/v3/submission/image")
                            .holding("application/json", Samples.text(json))
                            .with("Idempotency-Key", "k1")
                            .answer();

            assertThatAnswer(second).isUpdated().hasHeader("Idempotent-Replayed", "true");
            kept.exactly(1);
        }

        @Test
        void do_not_bring_back_what_was_replaced_meanwhile() {
            with("k1", Calls.passport(submission)).answer();
            var newer = Calls.form(submission).text("idImage", base64(Samples.png(9, 9)));
            with("k2", newer).answer();

            var late = with("k1", Calls.passport(submission)).answer();

            assertThatAnswer(late).isUpdated().hasHeader("Idempotent-Replayed", "true");
            assertThat(Calls.picture(submission, "idImage").bytes()).isEqualTo(Samples.png(9, 9));
        }

        @Test
        void find_no_submission_once_it_is_deleted() {
            with("k1", Calls.passport(submission)).answer();
            Calls.of("DELETE", "/v3/submission?submission_id=" + submission).answer();

            assertThatAnswer(with("k1", Calls.passport(submission)).answer())
                    .isRefused("invalid_submission", "Invalid submission.");
        }
    }

    @Nested
    class The_same_key {

        private static final String OTHER_PROJECT = "acme-other-key";

        static Stream<String[]> others() {
            var png = base64(Samples.seedPng());
            return Stream.of(
                    new String[] {Calls.ADMIN, "passport", "idImage", base64(Samples.seedJpeg())},
                    new String[] {Calls.ADMIN, "passport", "idBackImage", png},
                    new String[] {Calls.ADMIN, "visa", "idImage", png},
                    new String[] {"second@example.com", "passport", "idImage", png});
        }

        @ParameterizedTest
        @MethodSource("others")
        void with_other_content_is_refused(String admin, String type, String slot, String text) {
            with("k1", Calls.passport(submission)).answer();
            var other =
                    Form.empty()
                            .text("submissionId", submission)
                            .text("admin", admin)
                            .text("idType", type)
                            .text(slot, text);

            isRefused(with("k1", other));
            kept.exactly(1);
        }

        @Test
        void in_another_project_of_the_client_is_the_same_key() {
            with("k1", Calls.passport(submission)).answer();

            var elsewhere =
                    Calls.as(OTHER_PROJECT, "PUT", "/Image")
                            .holding(passport(OTHER_PROJECT, "other@example.com"))
                            .with("Idempotency-Key", "k1");

            isRefused(elsewhere);
            kept.exactly(1);
        }

        @Test
        void of_another_client_is_another_key() {
            with("k1", Calls.passport(submission)).answer();

            var other =
                    Calls.as(Calls.GLOBEX, "PUT", "/Image")
                            .holding(passport(Calls.GLOBEX, Calls.ADMIN))
                            .with("Idempotency-Key", "k1");

            assertThatAnswer(other.answer()).isUpdated().hasNoHeader("Idempotent-Replayed");
        }

        private static void isRefused(Call reusing) {
            assertThatAnswer(reusing.answer())
                    .isRefused(
                            422,
                            "idempotency_key_reused",
                            "This Idempotency-Key was used with different content.");
        }

        private static Form passport(String key, String admin) {
            return Form.empty()
                    .text("submissionId", Calls.submission(key, admin))
                    .text("admin", admin)
                    .text("idType", "passport")
                    .text("idImage", base64(Samples.seedPng()));
        }

        @Test
        void in_flight_is_409_before_the_body() throws Exception {
            var form = Calls.passport(submission);
            try (var slow = Wire.open()) {
                slow.heads(
                        "Idempotency-Key: slow",
                        "Content-Type: " + form.contentType(),
                        "Content-Length: " + form.length());
                slow.send(form.bytes(), 0, 40);
                Kept.eventually(
                        () ->
                                assertThat(kept.number("select count(*) from idempotency_key"))
                                        .isOne());

                assertThatAnswer(with("slow", form).answer())
                        .isRefused(
                                409,
                                "idempotency_key_in_use",
                                "A request with this Idempotency-Key is in progress.")
                        .hasHeader("Retry-After", "1");

                slow.send(form.bytes(), 40, (int) form.length());
                assertThat(slow.hear().code()).isEqualTo(200);
            }
            kept.exactly(1);
        }

        @Test
        void of_a_refused_call_is_free_again() {
            var refused = with("k1", Calls.form(submission)).answer();
            assertThatAnswer(refused).hasStatus(400);

            assertThatAnswer(with("k1", Calls.passport(submission)).answer())
                    .isUpdated()
                    .hasNoHeader("Idempotent-Replayed");
        }
    }
}
