package vestibule.intake.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.probe.ProbeRules;
import vestibule.intake.probe.Talk;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComingInTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI server;

    @Inject ProbeRules rules;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: at all",
                "Authorization: Bearer unknown",
                "Authorization: Bearer acme-old-token",
                "Authorization: Bearer gone-token",
                "Authorization: Basic acme-token"
            })
    void strangers_get_one_and_the_same_401(String header) throws IOException {
        var answer = ask("/v1/things", header);

        assertThat(answer.code()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":\"Unauthorized\"}");
        assertThat(answer.header("www-authenticate")).contains("Bearer");
        assertThat(answer.header("x-ratelimit-limit")).isEmpty();
    }

    @Test
    void the_resource_knows_who_calls() throws IOException {
        assertThat(ask("/v1/things", "Authorization: Bearer bolt-token").body())
                .isEqualTo("[\"bolt\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/things", "/v1/things/unknown", "/v1/things/broken"})
    void every_answer_to_a_known_caller_tells_the_limit(String path) throws IOException {
        var answer = ask(path, "Authorization: Bearer bolt-token");

        assertThat(answer.header("x-ratelimit-limit")).contains("50, 50;w=1");
        assertThat(answer.header("x-ratelimit-reset")).contains("1");
        assertThat(answer.header("x-ratelimit-remaining")).isPresent();
    }

    @Test
    void too_many_get_429_until_the_window_ends() throws IOException {
        ask("/v1/things", "Authorization: Bearer slow-token");
        ask("/v1/things", "Authorization: Bearer slow-token");

        var third = ask("/v1/things", "Authorization: Bearer slow-token");

        assertThat(third.code()).isEqualTo(429);
        assertThat(third.header("x-envoy-ratelimited")).contains("true");
        assertThat(third.header("x-ratelimit-remaining")).contains("0");
        assertThat(third.header("retry-after")).isEqualTo(third.header("x-ratelimit-reset"));
    }

    @Test
    void in_maintenance_known_callers_get_503_and_strangers_401() throws IOException {
        rules.maintain(true);
        try {
            assertThat(ask("/v1/things", "Authorization: Bearer acme-token").code()).isEqualTo(503);
            assertThat(ask("/v1/things", "Authorization: Bearer who").code()).isEqualTo(401);
        } finally {
            rules.maintain(false);
        }
    }

    private Talk.Answer ask(String path, String header) throws IOException {
        try (var talk = Talk.to(server)) {
            return talk.say("GET " + path + " HTTP/1.1", "Host: x", header).hear();
        }
    }
}
