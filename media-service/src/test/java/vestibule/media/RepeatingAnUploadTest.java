package vestibule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.media.AnswerAssert.assertThatAnswer;
import static vestibule.media.Image.anImage;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Kept;

/** {@code Idempotency-Key}. */
@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatingAnUploadTest {

    @RegisterExtension final Kept kept = MediaServiceStack.kept();

    private String session = "";

    @BeforeEach
    void create() {
        session = Client.ACME.session();
    }

    private Call upload(String key) {
        return upload(session, anImage(), key);
    }

    private static Call upload(String session, Image image, String key) {
        return Client.ACME.upload(session, image).with("Idempotency-Key", key);
    }

    @Nested
    class The_same_key_and_body {

        @Test
        void are_answered_the_same_and_kept_once() {
            var first = upload("k1").answer();
            var second = upload("\"k1\"").answer();

            assertThatAnswer(first).isStored().hasNoHeader("Idempotent-Replayed");
            assertThatAnswer(second)
                    .isStored()
                    .hasHeader("Idempotent-Replayed", "true")
                    .isSignedFor(Client.ACME);
            assertThat(second.bytes()).isEqualTo(first.bytes());
            kept.exactly(1);
        }

        @Test
        void are_answered_the_same_after_the_session_was_submitted() {
            var first = upload("k1").answer();
            Client.ACME.submit(session).answer();

            assertThat(upload("k1").answer().bytes()).isEqualTo(first.bytes());
        }

        @Test
        void are_signed_anew_with_the_secret_that_matches() {
            var one = Client.ROTATING.withSecret("going");
            var other = Client.ROTATING.withSecret("here");
            var own = one.session();
            var first = one.upload(own, anImage()).with("Idempotency-Key", "k").answer();
            var second = other.upload(own, anImage()).with("Idempotency-Key", "k").answer();

            assertThatAnswer(first).isSignedFor(one);
            assertThatAnswer(second).isSignedFor(other);
            assertThat(second.bytes()).isEqualTo(first.bytes());
        }

        @Test
        void at_the_same_time_are_kept_once() throws Exception {
            Callable<Answer> upload = () -> upload("k1").answer();

            try (var clients = Executors.newFixedThreadPool(8)) {
                for (var answer :
                        clients.invokeAll(IntStream.range(0, 8).mapToObj(_ -> upload).toList())) {
                    if (answer.get().status() != 200) {
                        assertThatAnswer(answer.get())
                                .isRefused(
                                        409,
                                        "1101",
                                        "A request with this Idempotency-Key is in progress")
                                .hasHeader("Retry-After", "1")
                                .isSignedFor(Client.ACME);
                    }
                }
            }
            kept.exactly(1);
        }
    }

    @Nested
    class The_same_key {

        @Test
        void with_another_body_or_session_is_refused() {
            upload("k1").answer();

            for (var call :
                    List.of(
                            upload(session, anImage().of("face"), "k1"),
                            upload(session, anImage().withContent(anImage().content() + " "), "k1"),
                            upload(Client.ACME.session(), anImage(), "k1"))) {
                assertThatAnswer(call.answer())
                        .isRefused(422, "1101", "Idempotency-Key was used with different content")
                        .isSignedFor(Client.ACME);
            }
            kept.exactly(1);
        }

        @Test
        void of_another_integration_is_another_key() {
            upload("k1").answer();
            var answer =
                    Client.ABLE
                            .upload(Client.ABLE.session(), anImage())
                            .with("Idempotency-Key", "k1")
                            .answer();

            assertThatAnswer(answer).isStored().hasNoHeader("Idempotent-Replayed");
        }

        @Test
        void is_free_again_after_a_refusal() {
            assertThatAnswer(upload(session, anImage().of("selfie"), "k1").answer())
                    .isRefused(400, "1402");

            assertThatAnswer(upload("k1").answer()).isStored().hasNoHeader("Idempotent-Replayed");
        }

        @Test
        void finds_nothing_once_the_session_is_erased() {
            upload("k1").answer();
            Client.ACME.erase(session).answer();

            assertThatAnswer(upload("k1").answer()).isNotFound();
        }
    }

    @Test
    void Without_a_key_every_upload_is_a_new_one() {
        var ids =
                IntStream.range(0, 5)
                        .mapToObj(_ -> Client.ACME.upload(session, anImage()).answer())
                        .map(answer -> answer.json().path("image").path("id").asText())
                        .distinct();

        assertThat(ids).hasSize(5);
        kept.exactly(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "a\tb"})
    void A_key_must_be_1_to_255_printable_characters(String key) {
        for (var wrong : List.of(key, "k".repeat(256))) {
            assertThatAnswer(upload(wrong).answer())
                    .isRefused(400, "1104", "Request includes invalid parameters.");
        }
        kept.nothing();
    }
}
