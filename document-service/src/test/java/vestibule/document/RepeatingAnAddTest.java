package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.document.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
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
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatingAnAddTest {

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    private static Call add(String key) {
        return Calls.add(Calls.json(Calls.png())).with("Idempotency-Key", key);
    }

    @Nested
    class The_same_key_and_content {

        @Test
        void are_answered_the_same_and_kept_once() {
            var first = add("k1").answer();

            var second = add("\"k1\"").answer();

            assertThatAnswer(first).isStored().hasNoHeader("Idempotent-Replayed");
            assertThatAnswer(second)
                    .isStored()
                    .hasHeader("Idempotent-Replayed", "true")
                    .hasHeader("Location", Calls.pathOf(first));
            assertThat(second.bytes()).isEqualTo(first.bytes());
            kept.exactly(1);
        }

        @Test
        void are_the_same_in_another_syntax_under_the_other_prefix() {
            var first = add("k1").answer();
            var form =
                    Form.empty()
                            .text("typeID", "1")
                            .text("file", "data:image/png;base64," + Calls.png());

            var second =
                    Calls.of("POST", "/v2/my/documents")
                            .holding(form)
                            .with("Idempotency-Key", "k1")
                            .answer();

            assertThat(second.bytes()).isEqualTo(first.bytes());
            kept.exactly(1);
        }

        @Test
        void of_another_owner_are_another_document() {
            add("k1").answer();

            var other = add("k1").as(Calls.ACME_OTHER).answer();

            assertThatAnswer(other).isStored().hasNoHeader("Idempotent-Replayed");
            kept.exactly(2);
        }

        @Test
        void register_one_awaited_document() {
            var call = Calls.add(Calls.json("a/b")).with("Idempotency-Key", "k1");

            var first = call.answer();
            var second = call.answer();

            assertThatAnswer(second).isAwaited().hasHeader("Idempotent-Replayed", "true");
            assertThat(second.bytes()).isEqualTo(first.bytes());
            assertThat(kept.number("select count(*) from awaited_document")).isEqualTo(1);
        }

        @Test
        void fifty_at_once_are_kept_once() {
            var statuses =
                    IntStream.range(0, 50)
                            .parallel()
                            .mapToObj(i -> add("k1").answer().status())
                            .toList();

            assertThat(statuses).contains(201).containsOnly(201, 409);
            kept.exactly(1);
        }

        @Test
        void are_a_new_document_once_the_first_is_deleted() {
            var first = add("k1").answer();
            Calls.delete(Calls.pathOf(first)).answer();

            var second = add("k1").answer();

            assertThatAnswer(second).isStored().hasNoHeader("Idempotent-Replayed");
        }
    }

    @Nested
    class The_same_key_with {

        @ParameterizedTest
        @MethodSource("vestibule.document.RepeatingAnAddTest#others")
        void other_content_is_refused(Form form) {
            add("k1").answer();

            assertThatAnswer(Calls.add(form).with("Idempotency-Key", "k1").answer())
                    .isRefused(422, "The Idempotency-Key was used with different content.");
            kept.exactly(1);
        }
    }

    @Nested
    class A_key {

        @Test
        void that_is_too_long_is_refused() {
            assertThatAnswer(add("k".repeat(256)).answer())
                    .isInvalid("null: The Idempotency-Key header is not valid.");
            kept.nothing();
        }

        @Test
        void is_free_again_after_a_refusal() {
            assertThatAnswer(Calls.add("{}").with("Idempotency-Key", "k1").answer()).hasStatus(400);

            assertThatAnswer(add("k1").answer()).isStored();
        }
    }

    static List<Form> others() {
        return List.of(
                Form.empty().text("typeId", "1").text("file", "a/b"),
                Form.empty().text("typeId", "2").text("file", Calls.png()),
                Form.empty().text("typeId", "1").file("other.png", Samples.seedPng()),
                Form.empty().text("typeId", "1").file("document.png", Samples.png(2, 2)));
    }
}
