package vestibule.intake.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.probe.Talk;

/** By default there are no spans. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class NotTracingRequestsTest {

    private static final String SENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI server;

    private String send(String... headers) throws IOException {
        try (var talk = Talk.to(server)) {
            var head =
                    "POST /v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer acme-token\r\n";
            return talk.say(head + "Content-Length: 0", String.join("\r\n", headers)).hear().body();
        }
    }

    @Test
    void the_trace_context_of_a_request_is_what_its_client_sent() throws IOException {
        assertThat(send("traceparent: " + SENT)).contains("\"trace\":\"" + SENT + "\"");
    }

    @Test
    void a_request_without_one_gets_none() throws IOException {
        assertThat(send("X: y")).contains("\"trace\":\"\"");
    }
}
