package vestibule.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.probe.Talk;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnsweringEveryRequestTest {

    private static final String UUID_SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI server;

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404",
        "GET, /nowhere, 404",
        "GET, /v1/things/known/more, 404",
        "OPTIONS, /nowhere, 404",
        "GET, /v1/things/unknown, 404",
        "GET, /v1/things/%C3%28, 404",
        "GET, /v1/things/%00, 404",
        "GET, /v1/things/a%2Fb, 404",
        "PUT, /v1/things, 405",
        "TRACE, /v1/things, 405",
        "OPTIONS, /v1/things, 405",
        "BREW, /v1/things, 405",
        "POST, /v1/things/known, 405",
        "GET, /v1/things/broken, 500",
        "GET, /v1/things, 200",
        "GET, /v1/things/, 200",
        "GET, /v1/things/known/, 200",
        "GET, /v1/things/known, 200",
        "DELETE, /v1/things/known, 204"
    })
    void has_its_status_a_request_id_and_json(String method, String path, int status)
            throws IOException {
        var answer = ask(method, path);

        assertThat(answer.code()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("x-request-id").orElseThrow()).matches(UUID_SHAPE);
        if (status != 204) {
            assertThat(answer.header("content-type").orElseThrow()).startsWith("application/json");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/things|GET, HEAD, POST",
                "/v1/things/|GET, HEAD, POST",
                "/v1/things/known|DELETE, GET, HEAD"
            })
    void says_what_is_allowed_instead(String path, String allowed) throws IOException {
        assertThat(ask("OPTIONS", path).header("allow").orElseThrow().split(", "))
                .containsExactlyInAnyOrder(allowed.split(", "));
        assertThat(ask("PUT", path).header("allow").orElseThrow().split(", "))
                .containsExactlyInAnyOrder(allowed.split(", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A-b_c.9",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void echoes_a_harmless_request_id(String id) throws IOException {
        assertThat(ask("GET", "/nowhere", "X-Request-Id: " + id).header("x-request-id"))
                .contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "\"a\"",
                "a/b",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void replaces_any_other_request_id(String id) throws IOException {
        assertThat(
                        ask("GET", "/nowhere", "X-Request-Id: " + id)
                                .header("x-request-id")
                                .orElseThrow())
                .matches(UUID_SHAPE);
    }

    @Test
    void keeps_the_text_of_an_exception_to_itself() throws IOException {
        assertThat(ask("GET", "/v1/things/broken").body()).isEqualTo("{\"error\":\"Internal\"}");
    }

    @Test
    void answers_head_as_get_without_a_body() throws IOException {
        try (var talk = Talk.to(server)) {
            talk.say(
                    "HEAD /v1/things/known HTTP/1.1",
                    "Host: x",
                    "Authorization: Bearer acme-token",
                    "Connection: close");

            var all = talk.hearOut();

            assertThat(all).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
        }
    }

    @Test
    void minds_no_accept_header() throws IOException {
        assertThat(ask("GET", "/v1/things/known", "Accept: text/html").code()).isEqualTo(200);
    }

    private Talk.Answer ask(String method, String path, String... headers) throws IOException {
        try (var talk = Talk.to(server)) {
            var head = new ArrayList<String>();
            head.add(method + " " + path + " HTTP/1.1");
            head.add("Host: x");
            head.add("Authorization: Bearer acme-token");
            head.addAll(List.of(headers));
            return talk.say(head.toArray(String[]::new)).hear();
        }
    }
}
