package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.anUpload;
import static vestibule.ddq.Upload.ofIdFront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vestibule.intake.client.Kept;

/** {@code GET /v1/enterprise/ddq/documents}. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListingDocumentsTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    private static JsonNode listed(String query) {
        var answer = Calls.documents(Calls.USER + query).answer();
        assertThatAnswer(answer).hasStatus(200).hasHeader("Content-Type", "application/json");
        return answer.json();
    }

    @Test
    void answers_all_that_is_known_of_a_document() throws Exception {
        Calls.ask(Calls.USER, 12).answer();
        var id = Calls.idsOf(ofIdFront().ddqId("12").answer()).getFirst();

        var list = listed("");

        var added = list.at("/data/0/date_added").asText();
        assertThat(added).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(list)
                .isEqualTo(
                        new JsonMapper()
                                .readTree(
                                        """
                                        {"data": [{"id": "%s", "user_id": "client-1",
                                          "file_name": "id_front.png", "document_type": "ID",
                                          "mime_type": "image/png", "size": 70,
                                          "sha256": "6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0",
                                          "ddq_id": "12", "ddq_matched": true,
                                          "status": "RECEIVED", "date_added": "%s"}],
                                         "total": 1}
                                        """
                                                .formatted(id, added)));
    }

    @Test
    void answers_null_and_false_without_a_ddq_id() {
        ofIdFront().answer();

        assertThat(listed("").at("/data/0/ddq_id").isNull()).isTrue();
        assertThat(listed("").at("/data/0/ddq_matched").isBoolean()).isTrue();
    }

    @Test
    void answers_the_newest_first_by_pages() {
        for (var name : List.of("1.png", "2.png", "3.png")) {
            anUpload().file(name, "PoR").answer();
        }

        assertThat(listed("").path("data").findValuesAsText("file_name"))
                .containsExactly("3.png", "2.png", "1.png");
        var page = listed("&limit=1&offset=1");
        assertThat(page.path("data").findValuesAsText("file_name")).containsExactly("2.png");
        assertThat(page.path("total").intValue()).isEqualTo(3);
    }

    @Test
    void answers_the_documents_of_that_user_alone() {
        Calls.register("other").answer();
        ofIdFront().answer();

        var list = Calls.documents("other").answer().json();

        assertThat(list.path("data")).isEmpty();
        assertThat(list.path("total").intValue()).isZero();
    }

    @Test
    void answers_404_with_the_same_bytes_without_a_known_user() {
        var unknown =
                List.of(
                        Calls.documents("nobody"),
                        Calls.documents(""),
                        Calls.documents("%00"),
                        Calls.documents(Calls.USER + ";x"),
                        Calls.documents(Calls.USER + "&user_id=" + Calls.USER),
                        Calls.documents(Calls.USER).as(Calls.GLOBEX),
                        Calls.get("/v1/enterprise/ddq/documents"));

        assertThat(unknown).allSatisfy(call -> assertThatAnswer(call.answer()).isUnknownUser());
        assertThat(unknown.stream().map(call -> call.answer().text()).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=1001, limit", "offset=x, offset"})
    void answers_422_to_a_bad_page(String query, String parameter) {
        assertThatAnswer(Calls.documents(Calls.USER + "&" + query).answer())
                .isRefused("Invalid " + parameter);
    }
}
