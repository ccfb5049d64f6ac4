package vestibule.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.probe.Talk;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnsweringEarlyTest {

    private static final int MIB = 1 << 20;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI server;

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 209715200", "Transfer-Encoding: chunked"})
    void an_unknown_caller_is_answered_before_the_body(String framing) throws IOException {
        try (var talk = Talk.to(server)) {
            talk.say("POST /v1/things HTTP/1.1", "Host: x", "Authorization: Bearer who", framing);

            var answer = talk.hear();

            assertThat(answer.code()).isEqualTo(401);
            assertThat(answer.header("connection")).contains("close");
            assertThat(answer.header("www-authenticate")).contains("Bearer");
        }
    }

    @Test
    void an_unknown_caller_is_not_told_to_continue() throws IOException {
        try (var talk = Talk.to(server)) {
            talk.say(
                    "POST /v1/things HTTP/1.1",
                    "Host: x",
                    "Content-Length: 209715200",
                    "Expect: 100-continue");

            assertThat(talk.hear().code()).isEqualTo(401);
        }
    }

    @Test
    void a_known_caller_is_told_to_continue() throws IOException {
        try (var talk = Talk.to(server)) {
            talk.say(
                    "POST /v1/things HTTP/1.1",
                    "Host: x",
                    "Authorization: Bearer acme-token",
                    "Content-Length: 2",
                    "Expect: 100-continue");
            assertThat(talk.hear().code()).isEqualTo(100);

            talk.sayRaw("hi");

            assertThat(talk.hear().code()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/things", "/nowhere"})
    void little_of_a_flood_is_read(String path) throws IOException {
        try (var talk = Talk.to(server)) {
            talk.say("POST " + path + " HTTP/1.1", "Host: x", "Content-Length: 209715200");

            // What both kernels hold on the way comes on top of what the service reads.
            assertThat(swallowed(talk, 200)).isLessThan(16);
        }
    }

    @Test
    void the_connection_of_a_body_that_never_comes_is_closed_soon() throws IOException {
        try (var talk = Talk.to(server)) {
            talk.say("POST /v1/things HTTP/1.1", "Host: x", "Content-Length: 209715200");

            assertThat(talk.hearOut()).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void an_answer_after_the_whole_body_keeps_the_connection() throws IOException {
        try (var talk = Talk.to(server)) {
            for (int i = 0; i < 3; i++) {
                talk.say(
                        "POST /v1/things HTTP/1.1",
                        "Host: x",
                        "Authorization: Bearer acme-token",
                        "Content-Length: 2");
                talk.sayRaw("hi");

                assertThat(talk.hear().header("connection")).isEmpty();
            }
        }
    }

    /** How many MiB could be sent before the other side hung up. */
    private static int swallowed(Talk talk, int mebibytes) {
        var block = new byte[MIB];
        for (int sent = 0; sent < mebibytes; sent++) {
            try {
                talk.out().write(block);
            } catch (IOException hungUp) {
                return sent;
            }
        }
        return mebibytes;
    }
}
