package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.document.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Kept;

/** {@code DELETE /api/v2/my/documents/{id}}. */
@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeletingADocumentTest {

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/my/documents/", "/v2/my/documents/"})
    void answers_204_without_a_body(String path) {
        var answer = Calls.delete(path + Calls.idOf(Calls.added())).answer();

        assertThatAnswer(answer).hasStatus(204).hasNoHeader("Content-Type");
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void makes_it_unreadable_at_once() {
        var path = Calls.pathOf(Calls.added());
        Calls.delete(path).answer();

        for (var gone : List.of(path, path + "/file")) {
            assertThatAnswer(Calls.get(gone).answer()).isRefused(404, "Not found.");
        }
        assertThatAnswer(Calls.delete(path).answer()).isRefused(404, "Not found.");
        assertThatAnswer(Calls.get(Calls.DOCUMENTS).answer()).hasHeader("X-Total-Count", "0");
    }

    @Test
    void removes_the_object_and_empties_the_row() {
        var stored = Calls.added();
        kept.update("update document set comment = 'Jane looks tired.'");
        Calls.delete(Calls.pathOf(stored)).answer();

        Kept.eventually(() -> assertThat(kept.objects()).isEmpty());
        assertThat(kept.row("select name, sha256, comment, deleted_at is not null from document"))
                .containsExactly("", "", "", "t");
        assertThat(kept.events()).isEqualTo(2);
    }

    @Test
    void happens_once_of_many_at_once() {
        var path = Calls.pathOf(Calls.added());

        var statuses =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> Calls.delete(path).answer().status())
                        .toList();

        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 404);
        assertThat(kept.events()).isEqualTo(2);
    }

    @Test
    void is_refused_under_hold() {
        var stored = Calls.added();
        kept.update("update document set held = true");

        assertThatAnswer(Calls.delete(Calls.pathOf(stored)).answer())
                .isRefused(409, "The document is under hold.");

        assertThatAnswer(Calls.get(Calls.fileOf(stored)).answer()).hasStatus(200);
        kept.exactly(1);
    }
}
