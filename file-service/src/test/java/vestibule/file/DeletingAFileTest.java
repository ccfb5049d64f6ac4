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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;

/** {@code DELETE /v1/files/{id}}. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeletingAFileTest {

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    private static Answer stored() {
        return Calls.upload(Form.of("passport", aFile())).answer();
    }

    @Nested
    class Answers_204 {

        @ParameterizedTest
        @ValueSource(strings = {"", "/"})
        void without_a_body(String slash) {
            var answer = Calls.delete(Calls.pathOf(stored()) + slash).answer();

            assertThatAnswer(answer).hasStatus(204).hasNoHeader("Content-Type");
            assertThat(answer.bytes()).isEmpty();
        }

        @Test
        void and_the_file_cannot_be_read_any_more() {
            var path = Calls.pathOf(stored());
            Calls.delete(path).answer();

            for (var gone : List.of(path, path + "/contents", path + "/content")) {
                assertThatAnswer(Calls.get(gone).answer()).isRefused(404, "not.found");
            }
            assertThatAnswer(Calls.delete(path).answer()).isRefused(404, "not.found");
        }

        @Test
        void and_the_object_goes_and_the_row_is_emptied() {
            Calls.delete(Calls.pathOf(stored())).answer();

            Kept.eventually(() -> assertThat(kept.objects()).isEmpty());
            assertThat(kept.row("select name, sha256, deleted_at is not null from file"))
                    .containsExactly("", "", "t");
            assertThat(kept.events()).isEqualTo(2);
        }

        @Test
        void once_of_many_at_once() {
            var path = Calls.pathOf(stored());

            var statuses =
                    IntStream.range(0, 8)
                            .parallel()
                            .mapToObj(i -> Calls.delete(path).answer().status())
                            .toList();

            assertThat(statuses).containsOnlyOnce(204);
            assertThat(statuses).containsOnly(204, 404);
            assertThat(kept.events()).isEqualTo(2);
        }
    }

    @Nested
    class Answers_409 {

        @Test
        void under_hold_and_leaves_the_file_as_it_is() {
            var stored = stored();
            kept.update("update file set held = true");

            assertThatAnswer(Calls.delete(Calls.pathOf(stored)).answer())
                    .isRefused(409, "document.held")
                    .saying("The file is under hold.");

            assertThatAnswer(Calls.get(Calls.pathOf(stored) + "/contents").answer()).hasStatus(200);
            kept.exactly(1);
        }
    }

    @Nested
    class Answers_404 {

        @Test
        void with_the_same_bytes_to_foreign_unknown_and_impossible_ids() {
            var path = Calls.pathOf(stored());

            var answers =
                    List.of(
                            Calls.delete(path).as(Calls.GLOBEX).answer(),
                            Calls.delete("/v1/files/0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10").answer(),
                            Calls.delete("/v1/files/x").answer());

            assertThat(answers)
                    .allSatisfy(answer -> assertThatAnswer(answer).isRefused(404, "not.found"));
            assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
            kept.exactly(1);
        }

        @Test
        void to_another_client_also_under_hold() {
            var stored = stored();
            kept.update("update file set held = true");

            assertThatAnswer(Calls.delete(Calls.pathOf(stored)).as(Calls.GLOBEX).answer())
                    .isRefused(404, "not.found");
        }
    }
}
