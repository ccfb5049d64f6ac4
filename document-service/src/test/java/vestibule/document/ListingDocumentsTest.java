package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.document.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** {@code GET /api/v2/my/documents} and {@code /types}. */
@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListingDocumentsTest {

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    private static List<Long> ids(Answer answer) {
        return StreamSupport.stream(answer.json().path("data").spliterator(), false)
                .map(document -> document.path("id").longValue())
                .toList();
    }

    private static Answer list(String query) {
        return Calls.get(Calls.DOCUMENTS + query).answer();
    }

    @Nested
    class Answers_200 {

        @Test
        void with_the_documents_and_their_total() {
            var stored = Calls.added();
            var awaited = Calls.awaited();

            var answer = list("?limit=10&offset=0");

            assertThatAnswer(answer)
                    .hasStatus(200)
                    .hasHeader("Content-Type", "application/json")
                    .hasHeader("X-Total-Count", "2");
            assertThat(answer.json().fieldNames()).toIterable().containsExactly("total", "data");
            assertThat(answer.json().path("total").intValue()).isEqualTo(2);
            assertThat(answer.json().path("data")).containsExactly(awaited.json(), stored.json());
        }

        @ParameterizedTest
        @CsvSource({
            "'', 12 11 10 9 8 7 6 5 4 3",
            "?limit=1000, 12 11 10 9 8 7 6 5 4 3 2 1",
            "?limit=3&offset=2, 10 9 8",
            "?offset=11, 1",
            "?offset=2147483647, ''",
            "?sort_order=asc&limit=2, 1 2",
            "?sort_by=id&limit=2, 12 11",
            "?sort_by=id&sort_order=asc&limit=2, 1 2",
            "?sort_by=updateTime&limit=3, 5 12 11",
            "?sort_by=updateTime&sort_order=asc&limit=2&offset=10, 12 5",
            "?filter[status]=x&more=&limit=1, 12"
        })
        void with_the_page_that_was_asked_for(String query, String numbers) {
            var all = IntStream.range(0, 12).mapToObj(i -> Calls.idOf(Calls.awaited())).toList();
            Calls.put(Calls.DOCUMENTS + "/" + all.get(4) + "/file")
                    .holding("image/png", Samples.seedPng())
                    .answer();
            kept.update("update awaited_document set create_time = '2026-01-01T00:00:00Z'");
            kept.update("update document set create_time = '2026-01-01T00:00:00Z'");

            var answer = list(query.replace("[", "%5B").replace("]", "%5D"));

            assertThatAnswer(answer).hasStatus(200).hasHeader("X-Total-Count", "12");
            assertThat(ids(answer))
                    .isEqualTo(
                            Stream.of(numbers.split(" ", -1))
                                    .filter(number -> !number.isEmpty())
                                    .map(number -> all.get(Integer.parseInt(number) - 1))
                                    .toList());
        }

        @Test
        void with_the_callers_own_documents_alone() {
            Calls.added();
            Calls.awaited();

            for (var other : List.of(Calls.ACME_OTHER, Calls.GLOBEX)) {
                var answer = Calls.get(Calls.DOCUMENTS).as(other).answer();
                assertThat(answer.text()).isEqualTo("{\"total\":0,\"data\":[]}");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/v2/my/documents", "/api/v2/my/documents/"})
        void under_each_of_its_paths(String path) {
            Calls.added();

            assertThat(Calls.get(path).answer().json().path("total").intValue()).isEqualTo(1);
        }

        @Test
        void to_HEAD_without_a_body() {
            var answer = Calls.of("HEAD", Calls.DOCUMENTS).answer();

            assertThatAnswer(answer).hasStatus(200).hasHeader("X-Total-Count", "0");
            assertThat(answer.bytes()).isEmpty();
        }
    }

    @Nested
    class Answers_400 {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0",
                    "-1",
                    "abc",
                    "1001",
                    "1000000000",
                    "",
                    "1.0",
                    "99999999999",
                    "1&limit=2"
                })
        void to_a_bad_limit(String limit) {
            assertThatAnswer(list("?limit=" + limit))
                    .isInvalid("limit: The limit must be an integer between 1 and 1000.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "9223372036854775808", "2147483648", "x", ""})
        void to_a_bad_offset(String offset) {
            assertThatAnswer(list("?offset=" + offset))
                    .isInvalid("offset: The offset must be an integer of at least 0.");
        }

        @Test
        void to_everything_that_is_bad_at_once() {
            assertThatAnswer(list("?limit=0&offset=-1&sort_by=name&sort_order=up"))
                    .isInvalid(
                            "limit: The limit must be an integer between 1 and 1000.",
                            "offset: The offset must be an integer of at least 0.",
                            "sort_by: The sort_by must be one of: id, createTime, updateTime.",
                            "sort_order: The sort_order must be one of: asc, desc.");
        }
    }

    @Nested
    class Of_types {

        @Test
        void are_the_usual_ones() {
            var answer = list("/types?limit=1&offset=7");

            assertThatAnswer(answer).hasStatus(200);
            assertThat(answer.json().path("total").intValue()).isEqualTo(5);
            assertThat(answer.json().path("data").findValuesAsText("name"))
                    .containsExactly(
                            "passport",
                            "id_card",
                            "driver_license",
                            "utility_bill",
                            "bank_statement");
            assertThat(answer.json().at("/data/0").toString())
                    .isEqualTo(
                            "{\"id\":1,\"name\":\"passport\",\"caption\":\"Passport\","
                                    + "\"group\":{\"id\":1,\"caption\":\"Proof of identity\"},"
                                    + "\"mediaTypes\":[\"image/jpeg\",\"image/png\",\"image/heic\","
                                    + "\"image/heif\",\"application/pdf\"]}");
        }

        @Test
        void are_the_clients_own_by_id() {
            var answer = Calls.get("/v2/my/documents/types/").as(Calls.GLOBEX).answer();

            assertThat(answer.json().path("data").findValuesAsText("name"))
                    .containsExactly("passport", "selfie_with_pet");
        }
    }
}
