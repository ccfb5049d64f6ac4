package vestibule.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
class RunningTheWholeSystemTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static LauncherProcess vestibule;
    private static LauncherProcess.Up up;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        vestibule = LauncherProcess.onFreePorts(directory.resolve("state"));
        up = vestibule.up();
    }

    @AfterAll
    static void stop() throws Exception {
        up.pressCtrlC();
        assertThat(up.printed()).as("no word of bodies broken off").doesNotContain("SEVERE");
    }

    private static String printedCurl() throws Exception {
        return printedFor("POST /v1/files");
    }

    private static String printedFor(String door) throws Exception {
        return up.printed()
                .lines()
                .dropWhile(printed -> !printed.equals("# " + door))
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    private static String bash(String line) throws Exception {
        var process = new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), US_ASCII);
    }

    @Nested
    @DisplayNameGeneration(ReplaceUnderscores.class)
    class Up {

        @Test
        void prints_what_runs_where() throws Exception {
            assertThat(up.printed())
                    .contains("gateway        " + vestibule.url())
                    .contains("127.0.0.1:" + vestibule.port("VESTIBULE_FILE_PORT"))
                    .contains("127.0.0.1:" + vestibule.port("VESTIBULE_KAFKA_PORT"));
        }

        @ParameterizedTest
        @CsvSource({
            "POST /v1/files, 201",
            "POST /v1/enterprise/ddq/upload, 202",
            "PUT /Image, 200",
            "POST /v1/sessions/{id}/media, 200",
            "POST /api/v2/my/documents, 201"
        })
        void prints_a_line_for_each_door_that_works_as_pasted(String door, String status)
                throws Exception {
            assertThat(bash(printedFor(door))).startsWith("HTTP/1.1 " + status);
        }

        @Test
        void refuses_to_run_twice_in_one_directory() throws Exception {
            assertThat(LauncherProcess.onFreePorts(vestibule.directory()).run("up"))
                    .contains("a stack is running in " + vestibule.directory());
            assertThat(bash(printedCurl())).startsWith("HTTP/1.1 201");
        }
    }

    @Nested
    @DisplayNameGeneration(ReplaceUnderscores.class)
    class TheOtherCommands {

        @Test
        void demo_prints_the_answer_of_each_door_and_its_event() throws Exception {
            var printed = vestibule.run("demo");

            assertThat(
                            printed.lines()
                                    .filter(
                                            line ->
                                                    line.contains(
                                                            "ce_type: vestibule.document-received.v1")))
                    .hasSameSizeAs(Service.values());
            assertThat(printed)
                    .containsSubsequence("POST /v1/files", "answer  201", "\"idcard_front\"")
                    .containsSubsequence("/ddq/upload", "answer  202", "\"vendorType\" : \"ID\"")
                    .containsSubsequence("PUT /Image", "answer  200", "\"idImage\"")
                    .containsSubsequence("/{id}/media", "answer  200", "\"document-back\"")
                    .containsSubsequence("/my/documents", "answer  201", "\"passport\"");
        }

        @Test
        void tail_prints_headers_and_data_as_one_json_line() throws Exception {
            bash(printedCurl());

            var printed = vestibule.run("tail", "--json", "--from-beginning", "--max", "1");

            JsonNode event = JSON.readTree(printed);
            assertThat(event.at("/headers/ce_source").asText())
                    .isEqualTo(
                            "/vestibule/%s-service".formatted(event.at("/data/service").asText()));
            assertThat(event.at("/data/tenantId").asText()).isEqualTo("acme");
        }

        @Test
        void tail_prints_a_readable_line() throws Exception {
            bash(printedCurl());

            assertThat(vestibule.run("tail", "--from-beginning", "--max", "1"))
                    .hasLineCount(1)
                    .containsPattern("document-received  [a-z]+  acme");
        }

        @Test
        void replay_sends_the_event_of_a_document_again() throws Exception {
            bash(printedCurl());

            assertThat(
                            vestibule.run(
                                    "replay", "--service", "file", "--from", "2026-01-01", "--yes"))
                    .contains("of documents received")
                    .contains("Done: Kafka has all");
        }

        @Test
        void env_prints_lines_a_shell_can_evaluate() throws Exception {
            assertThat(vestibule.run("env").lines())
                    .allMatch(line -> line.matches("export [A-Z0-9_]+='[^']+'"))
                    .anyMatch(line -> line.startsWith("export FILE_TOKEN_2="))
                    .contains("export VESTIBULE_URL='" + vestibule.url() + "'");
        }

        @Test
        void reset_spares_a_running_stack() throws Exception {
            assertThat(vestibule.run("reset")).contains("a stack is running");
            assertThat(vestibule.directory()).exists();
        }
    }

    @Nested
    @DisplayNameGeneration(ReplaceUnderscores.class)
    class TheExampleConsumer {

        @Test
        void verifies_each_document_once_however_often_it_is_told() throws Exception {
            bash(printedCurl());
            try (var retelling = new Retelling(vestibule.secret("KAFKA_BOOTSTRAP"))) {
                var event = retelling.received();
                retelling.again(event);
                retelling.promisingOtherContent(event);

                var consumer = vestibule.beginConsumer();
                try {
                    consumer.await("DIFFERS");
                } finally {
                    consumer.process().destroyForcibly();
                }

                assertThat(consumer.printed().lines())
                        .filteredOn(line -> line.contains(event.documentId()))
                        .extracting(line -> line.replaceAll(".* ", ""))
                        .containsExactly("verified", "DIFFERS");
            }
        }
    }

    /** As much of it as comes at once. */
    private static String answerAt(String port, String head) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), vestibule.port(port))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            var answer = new byte[8192];
            return new String(answer, 0, socket.getInputStream().read(answer), US_ASCII);
        }
    }

    @Nested
    @DisplayNameGeneration(ReplaceUnderscores.class)
    class EachService {

        @ParameterizedTest
        @ValueSource(strings = {"FILE", "DDQ", "IMAGE", "MEDIA", "DOCUMENT"})
        void answers_a_target_that_is_no_path_in_its_own_words(String service) throws Exception {
            for (var target : List.of("//", "//?a=b", "http://", ":x")) {
                assertThat(
                                answerAt(
                                        "VESTIBULE_" + service + "_PORT",
                                        "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                        .as(target)
                        .matches("(?s)HTTP/1.1 40[134] .*")
                        .containsIgnoringCase("\r\nX-Request-Id: ")
                        .contains("application/json");
            }
        }
    }

    @Nested
    @DisplayNameGeneration(ReplaceUnderscores.class)
    class TheGateway {

        @Test
        void knows_no_other_paths() throws Exception {
            var answer = get("/v1/filesystem");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(JSON.readTree(answer.body()).has("error")).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/v1/files/%zz",
                    "/v1/enterprise/%zz",
                    "/v3/%zz",
                    "/v1/media/%zz/",
                    "/api/v2/my/documents%zz"
                })
        void has_a_broken_escape_answered_in_the_words_of_the_service(String path)
                throws Exception {
            var answer = answerTo("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(answer)
                    .matches("(?s)HTTP/1.1 40[134] .*")
                    .containsIgnoringCase("\r\nX-Request-Id: ")
                    .contains("application/json");
        }

        @Test
        void lets_200_MiB_through_in_a_heap_of_64() throws Exception {
            var largest = LargestReport.to(vestibule.url(), vestibule.secret("FILE_TOKEN"));
            try (var client = HttpClient.newHttpClient()) {
                var answer = client.send(largest, HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            }
        }

        @Test
        void lets_a_refusal_out_before_the_body_has_come() throws Exception {
            assertThat(answerToHead("Content-Length: 209715200")).startsWith("HTTP/1.1 401");
        }

        @Test
        void lets_a_refusal_out_instead_of_the_100_that_a_client_waits_for() throws Exception {
            assertThat(answerToHead("Content-Length: 209715200\r\nExpect: 100-continue"))
                    .startsWith("HTTP/1.1 401");
        }

        private HttpResponse<String> get(String path) throws Exception {
            try (var client = HttpClient.newHttpClient()) {
                var request = HttpRequest.newBuilder(URI.create(vestibule.url() + path)).build();
                return client.send(request, HttpResponse.BodyHandlers.ofString());
            }
        }

        private String answerToHead(String headers) throws Exception {
            return answerTo(
                    "POST /v1/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer nobody\r\n"
                            + "Content-Type: multipart/form-data; boundary=b\r\n"
                            + headers
                            + "\r\n\r\n");
        }

        private String answerTo(String head) throws Exception {
            return answerAt("VESTIBULE_GATEWAY_PORT", head);
        }
    }
}
