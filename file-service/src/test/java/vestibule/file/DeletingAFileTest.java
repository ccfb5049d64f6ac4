package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AFile.aFile;
import static vestibule.file.AnswerAssert.assertThatAnswer;

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

/** {@code DELETE /v1/files/{id}}. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeletingAFileTest {

    @RegisterExtension final Kept kept = new Kept();

    private static Answer stored() {
        return Call.upload(Form.of("passport", aFile())).answer();
    }

    @Nested
    class Answers_204 {

        @ParameterizedTest
        @ValueSource(strings = {"", "/"})
        void without_a_body(String slash) {
            var answer = Call.delete(stored().path() + slash).answer();

            assertThatAnswer(answer).hasStatus(204).hasNoHeader("Content-Type");
            assertThat(answer.bytes()).isEmpty();
        }

        @Test
        void and_the_file_cannot_be_read_any_more() {
            var path = stored().path();
            Call.delete(path).answer();

            for (var gone : List.of(path, path + "/contents", path + "/content")) {
                assertThatAnswer(Call.get(gone).answer()).isRefused(404, "not.found");
            }
            assertThatAnswer(Call.delete(path).answer()).isRefused(404, "not.found");
        }

        @Test
        void and_the_object_goes_and_the_row_is_emptied() {
            Call.delete(stored().path()).answer();

            Kept.eventually(() -> assertThat(kept.objects()).isEmpty());
            assertThat(kept.row("select name, sha256, deleted_at is not null from file"))
                    .containsExactly("", "", "t");
            assertThat(kept.events()).isEqualTo(2);
        }

        @Test
        void once_of_many_at_once() {
            var path = stored().path();

            var statuses =
                    IntStream.range(0, 8)
                            .parallel()
                            .mapToObj(i -> Call.delete(path).answer().status())
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

            assertThatAnswer(Call.delete(stored.path()).answer())
                    .isRefused(409, "document.held")
                    .saying("The file is under hold.");

            assertThatAnswer(Call.get(stored.path() + "/contents").answer()).hasStatus(200);
            kept.exactly(1);
        }
    }

    @Nested
    class Answers_404 {

        @Test
        void with_the_same_bytes_to_foreign_unknown_and_impossible_ids() {
            var path = stored().path();

            var answers =
                    List.of(
                            Call.delete(path).as(Call.GLOBEX).answer(),
                            Call.delete("/v1/files/0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10").answer(),
                            Call.delete("/v1/files/x").answer());

            assertThat(answers)
                    .allSatisfy(answer -> assertThatAnswer(answer).isRefused(404, "not.found"));
            assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
            kept.exactly(1);
        }

        @Test
        void to_another_client_also_under_hold() {
            var stored = stored();
            kept.update("update file set held = true");

            assertThatAnswer(Call.delete(stored.path()).as(Call.GLOBEX).answer())
                    .isRefused(404, "not.found");
        }
    }
}
