package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.aFile;
import static vestibule.intake.client.AFile.named;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
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

/** {@code GET /v1/files}. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListingFilesTest {

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    private static List<String> stored(int files) {
        return IntStream.range(0, files)
                .mapToObj(i -> Calls.upload(Form.of("passport", named("scan " + i))).answer())
                .map(Calls::idOf)
                .toList();
    }

    private static List<String> ids(Answer answer) {
        return StreamSupport.stream(answer.json().path("data").spliterator(), false)
                .map(file -> file.path("id").asText())
                .toList();
    }

    private static JsonNode next(Answer answer) {
        return answer.json().path("links").path("next");
    }

    @Nested
    class Answers_200 {

        @ParameterizedTest
        @ValueSource(strings = {"/v1/files", "/v1/files/"})
        void with_nothing_where_there_is_nothing(String path) {
            var answer = Calls.get(path).answer();

            assertThatAnswer(answer).hasStatus(200).hasHeader("Content-Type", "application/json");
            assertThat(answer.json())
                    .hasToString(
                            "{\"data\":[],\"meta\":{\"next_cursor\":null},"
                                    + "\"links\":{\"next\":null}}");
        }

        @Test
        void with_the_clients_own_files_as_after_their_upload() {
            Calls.upload(Form.of("passport", aFile())).as(Calls.GLOBEX).answer();
            var mine = Calls.upload(Form.of("passport", aFile())).answer();

            var answer = Calls.get("/v1/files").answer();

            assertThat(answer.json().path("data")).isEqualTo(mine.json().path("data"));
        }

        @Test
        void with_the_newest_first() {
            var ids = stored(3);

            assertThat(ids(Calls.get("/v1/files").answer())).isEqualTo(ids.reversed());
        }

        @Test
        void page_by_page_until_all_were_seen_once() {
            var ids = stored(5);

            var seen = new ArrayList<String>();
            var page = Calls.get("/v1/files?limit=2").answer();
            while (!next(page).isNull()) {
                assertThat(ids(page)).hasSize(2);
                assertThat(next(page).asText())
                        .isEqualTo(
                                "/v1/files?limit=2&cursor="
                                        + page.json().path("meta").path("next_cursor").asText());
                seen.addAll(ids(page));
                page = Calls.get(next(page).asText()).answer();
            }
            seen.addAll(ids(page));

            assertThat(seen).isEqualTo(ids.reversed());
        }

        @Test
        void with_no_next_page_where_the_last_one_is_full() {
            stored(2);

            var answer = Calls.get("/v1/files?limit=2").answer();

            assertThat(ids(answer)).hasSize(2);
            assertThat(next(answer).isNull()).isTrue();
            assertThat(answer.json().path("meta").path("next_cursor").isNull()).isTrue();
        }

        @Test
        void for_every_limit_that_is_allowed() {
            assertThatAnswer(Calls.get("/v1/files?limit=1").answer()).hasStatus(200);
            assertThatAnswer(Calls.get("/v1/files?limit=100").answer()).hasStatus(200);
        }

        @Test
        void without_what_was_deleted() {
            var ids = stored(2);
            Calls.delete("/v1/files/" + ids.getFirst()).answer();

            assertThat(ids(Calls.get("/v1/files").answer())).containsExactly(ids.getLast());
        }

        @Test
        void with_a_head_alone() {
            var answer = Calls.of("HEAD", "/v1/files").answer();

            assertThatAnswer(answer).hasStatus(200).hasHeader("Content-Type", "application/json");
            assertThat(answer.bytes()).isEmpty();
        }
    }

    @Nested
    class Answers_422 {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "limit=0",
                    "limit=101",
                    "limit=-1",
                    "limit=x",
                    "limit=",
                    "limit=1.5",
                    "limit=99999999999",
                    "limit=5&limit=6",
                    "cursor=x",
                    "cursor=",
                    "cursor=1-1-1-1-1",
                    "limit=0&cursor=x"
                })
        void to_a_bad_limit_or_cursor(String query) {
            assertThatAnswer(Calls.get("/v1/files?" + query).answer())
                    .isRefused(422, "query.invalid")
                    .saying("The query parameters are not valid.");
        }
    }
}
