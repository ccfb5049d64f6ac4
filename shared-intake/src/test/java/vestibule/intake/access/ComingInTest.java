package vestibule.intake.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
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

    @Nested
    class Credentials_that_must_wait_for_something {

        @Test
        void let_in_whom_they_know_then() throws IOException {
            var answer =
                    ask("/v1/things", "Authorization: Bearer bolt-token", "X-Probe-Wait: a while");

            assertThat(answer.body()).isEqualTo("[\"bolt\"]");
            assertThat(answer.header("x-ratelimit-limit")).contains("50, 50;w=1");
        }

        @Test
        void leave_the_body_unread_meanwhile() throws IOException {
            try (var talk = Talk.to(server)) {
                talk.say(
                        "POST /v1/things HTTP/1.1",
                        "Host: x",
                        "Content-Length: 5",
                        "Authorization: Bearer bolt-token",
                        "X-Probe-Wait: a while");

                var answer = talk.sayRaw("12345").hear();

                assertThat(answer.code()).isEqualTo(201);
                assertThat(answer.body()).contains("\"bytes\":5");
            }
        }

        @Test
        void refuse_strangers_as_ever() throws IOException {
            var answer = ask("/v1/things", "Authorization: Bearer who", "X-Probe-Wait: a while");

            assertThat(answer.code()).isEqualTo(401);
            assertThat(answer.header("www-authenticate")).contains("Bearer");
        }

        @Test
        void say_503_without_a_challenge_when_it_cannot_be_had() throws IOException {
            var answer = ask("/v1/things", "X-Probe-Wait: out");

            assertThat(answer.code()).isEqualTo(503);
            assertThat(answer.header("www-authenticate")).isEmpty();
        }

        @Test
        void say_500_in_the_vendors_words_when_they_break() throws IOException {
            var answer = ask("/v1/things", "X-Probe-Wait: break");

            assertThat(answer.code()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("{\"error\":\"Internal\"}");
        }
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

    private Talk.Answer ask(String path, String... headers) throws IOException {
        try (var talk = Talk.to(server)) {
            var head = new ArrayList<>(List.of("GET " + path + " HTTP/1.1", "Host: x"));
            head.addAll(List.of(headers));
            return talk.say(head.toArray(String[]::new)).hear();
        }
    }
}
