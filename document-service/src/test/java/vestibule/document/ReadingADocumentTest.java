package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.document.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.AFile;
import vestibule.intake.client.Call;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Kept;
import vestibule.intake.probe.Talk;
import vestibule.validation.samples.Samples;

/** {@code GET} of one document, and of its bytes. */
@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingADocumentTest {

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    @ParameterizedTest
    @CsvSource({
        "/api/v2/my/documents/, ''",
        "/api/v2/my/documents/, /",
        "/api/v2/my/document/, ''",
        "/v2/my/documents/, ''",
        "/v2/my/document/, /"
    })
    void is_answered_as_it_was_added(String path, String slash) {
        var stored = Calls.added();

        var answer = Calls.get(path + Calls.idOf(stored) + slash).answer();

        assertThatAnswer(answer).hasStatus(200).hasHeader("Content-Type", "application/json");
        var expected = stored.text();
        assertThat(answer.text())
                .isEqualTo(
                        path.startsWith("/api") ? expected : expected.replace("/api/v2/", "/v2/"));
    }

    /** HTTP/1.0 has no such duty. */
    @Test
    void has_a_url_also_for_one_who_does_not_say_whom_it_asks() throws Exception {
        var stored = Calls.added();
        try (var talk = Talk.to(Call.server())) {
            talk.say(
                    "GET " + Calls.pathOf(stored) + " HTTP/1.0",
                    "Authorization: Bearer " + Calls.ACME);

            assertThat(talk.hear().body())
                    .contains("\"url\":\"http://127.0.0.1:" + Call.server().getPort() + "/");
        }
    }

    @Test
    void shows_what_the_operator_says() {
        var stored = Calls.added();
        kept.update("update document set status = 'declined', comment = 'Too dark.'");

        var answer = Calls.get(Calls.pathOf(stored)).answer();

        assertThat(answer.json().path("status").asText()).isEqualTo("declined");
        assertThat(answer.json().path("comment").asText()).isEqualTo("Too dark.");
    }

    @Test
    void shows_no_type_that_is_not_configured_any_more() {
        var stored = Calls.added();
        kept.update("update document set type_id = 99");

        var answer = Calls.get(Calls.pathOf(stored)).answer();

        assertThat(answer.json().path("typeId").intValue()).isEqualTo(99);
        assertThat(answer.json().path("type").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void gives_the_bytes_so_that_no_browser_shows_them(String method) {
        var stored = Calls.add(Calls.form(AFile.named("Grüße *1.png"))).answer();

        var answer = Calls.of(method, Calls.fileOf(stored)).answer();

        assertThatAnswer(answer)
                .hasStatus(200)
                .hasHeader("Content-Type", "image/png")
                .hasHeader("Content-Length", "70")
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%2A1.png")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Cache-Control", "private, no-store")
                .hasHeader("Repr-Digest", Digests.header(Samples.seedPng()));
        assertThat(answer.bytes())
                .isEqualTo(method.equals("GET") ? Samples.seedPng() : new byte[0]);
    }

    @Nested
    class Answers_404 {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0",
                    "-1",
                    "+1",
                    "01",
                    "1e3",
                    "9223372036854775808",
                    "abc",
                    "1.0",
                    "1%2f..",
                    "%31%00",
                    "12345678901234567890"
                })
        void to_what_is_no_id(String id) {
            for (var method : List.of("GET", "DELETE")) {
                assertThatAnswer(Calls.of(method, Calls.DOCUMENTS + "/" + id).answer())
                        .isRefused(404, "Not found.");
            }
        }

        @Test
        void to_an_id_with_something_behind_it() {
            var path = Calls.pathOf(Calls.added());

            for (var strange : List.of(path + ";x=1", path + "/;", path.replace("/my/", "/my//"))) {
                assertThatAnswer(Calls.get(strange).answer()).isRefused(404, "Not found.");
            }
        }

        @Test
        void with_the_same_bytes_to_foreign_and_unknown_ids() {
            var stored = Calls.pathOf(Calls.added());
            var awaited = Calls.pathOf(Calls.awaited());
            var unknown = Calls.get(Calls.DOCUMENTS + "/9223372036854775807").answer();

            for (var other : List.of(Calls.ACME_OTHER, Calls.GLOBEX)) {
                for (var path : List.of(stored, awaited)) {
                    for (var call :
                            List.of(
                                    Calls.get(path),
                                    Calls.get(path.replace("documents", "document")),
                                    Calls.get(path + "/file"),
                                    Calls.delete(path))) {
                        var answer = call.as(other).answer();
                        assertThatAnswer(answer).isRefused(404, "Not found.");
                        assertThat(answer.bytes()).isEqualTo(unknown.bytes());
                    }
                }
            }
            kept.exactly(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/v2/my/documents1",
                    "/api/v2/my//documents",
                    "/api/v2/my/documents//1",
                    "/API/v2/my/documents",
                    "/api/v2/my/Documents",
                    "/api/v2/my/document",
                    "/api/v2/my/documents/1/files",
                    "/v3/my/documents",
                    "/"
                })
        void to_paths_that_do_not_exist(String path) {
            assertThatAnswer(Calls.get(path).answer()).isRefused(404, "Not found.");
        }
    }

    @Nested
    class Answers_405 {

        @ParameterizedTest
        @CsvSource({
            "PUT, /api/v2/my/documents, 'GET, HEAD, POST'",
            "PATCH, /v2/my/documents, 'GET, HEAD, POST'",
            "TRACE, /api/v2/my/documents, 'GET, HEAD, POST'",
            "PUT, /api/v2/my/documents/1, 'DELETE, GET, HEAD'",
            "PATCH, /v2/my/documents/1, 'DELETE, GET, HEAD'",
            "TRACE, /api/v2/my/documents/1, 'DELETE, GET, HEAD'",
            "POST, /api/v2/my/documents/1/file, 'GET, HEAD, PUT'",
            "DELETE, /api/v2/my/document/1, 'GET, HEAD'"
        })
        void with_what_is_allowed(String method, String path, String allowed) {
            assertThatAnswer(Calls.of(method, path).asNobody().answer())
                    .isRefused(405, "Method not allowed.")
                    .hasHeader("Allow", allowed);
        }
    }
}
