package vestibule.intake.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.intake.client.SpanCollector.facts;
import static vestibule.intake.client.SpanCollector.hex;
import static vestibule.intake.client.SpanCollector.traceparent;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Kept;
import vestibule.intake.client.SpanCollector;
import vestibule.intake.client.Trace;
import vestibule.intake.probe.Talk;

/** What a collector gets of requests, byte by byte, and what it never gets. */
@QuarkusTest
@TestProfile(Traced.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TracingRequestsTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI server;

    @Inject TraceConfig config;

    @SuppressWarnings("NullAway.Init")
    private SpanCollector collector;

    private final Trace trace = Trace.begin();

    @BeforeEach
    void collect() {
        collector = new SpanCollector(config.endpoint().orElseThrow().getPort());
    }

    @AfterEach
    void stop() {
        collector.stops();
    }

    private Talk.Answer ask(String method, String target, String... headers) throws IOException {
        try (var talk = Talk.to(server)) {
            return talk.say(head(method, target, headers)).hear();
        }
    }

    private static String[] head(String method, String target, String... headers) {
        var head = new ArrayList<String>();
        head.add(method + " " + target + " HTTP/1.1");
        head.add("Host: secret.example.com");
        head.add("Authorization: Bearer acme-token");
        head.add("User-Agent: secret-agent");
        head.add("X-Forwarded-For: 203.0.113.77");
        head.addAll(List.of(headers));
        return head.toArray(String[]::new);
    }

    private String sampled() {
        return "traceparent: " + trace.sampled();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/v1/things|GET /v1/things|200",
                "GET|/v1/things?subject=secret-query|GET /v1/things|200",
                "GET|/v1/things/secret-id|GET /v1/things/{id}|404",
                "GET|http://secret.example.com/v1/things/known|GET /v1/things/{id}|200",
                "DELETE|/v1/things/secret-id|DELETE /v1/things/{id}|204",
                "GET|/v1/things/broken|GET /v1/things/{id}|500",
                "GET|/secret-path|GET|404",
                "GET|//secret-path|GET|404",
                "GET|/v1/things/known;a=secret|GET|404",
                "GET|/v1/things/known/secret-more|GET|404",
                "POST|/v1/things/secret-id|POST|405",
                "OPTIONS|/v1/things/secret-id|OPTIONS|405",
                "SECRET|/v1/things/secret-id|HTTP|405"
            })
    void of_a_request_there_is_its_route_and_its_status_and_nothing_that_its_client_wrote(
            String method, String target, String name, int status) throws IOException {
        var known = !method.equals("SECRET");

        assertThat(ask(method, target, sampled()).code()).isEqualTo(status);

        var span = collector.only(trace.id());
        assertThat(span.getName()).isEqualTo(name);
        assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(span.getStatus().getCode())
                .isEqualTo(
                        status < 500 ? StatusCode.STATUS_CODE_UNSET : StatusCode.STATUS_CODE_ERROR);
        assertThat(span.getEventsList()).isEmpty();
        var facts = facts(span);
        var route = facts.remove("http.route");
        assertThat(route).isEqualTo(name.contains("/") ? name.replaceAll(".* ", "") : null);
        assertThat(facts)
                .isEqualTo(
                        Map.of(
                                "http.request.method",
                                known ? method : "_OTHER",
                                "http.response.status_code",
                                Integer.toString(status),
                                "url.scheme",
                                "http",
                                "network.protocol.version",
                                "1.1",
                                "server.address",
                                "127.0.0.1",
                                "server.port",
                                Integer.toString(server.getPort())));
        assertThat(collector.everything())
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("acme", "203.0.113.77", "exception");
    }

    @Test
    void a_caller_that_is_unknown_leaves_no_more() throws IOException {
        try (var talk = Talk.to(server)) {
            talk.say("GET /v1/things/secret-id HTTP/1.1", "Host: x", sampled()).hear();
        }

        assertThat(collector.only(trace.id()).getName()).isEqualTo("GET /v1/things/{id}");
        assertThat(facts(collector.only(trace.id())))
                .containsEntry("http.response.status_code", "401");
    }

    @Test
    void a_client_that_goes_is_an_error_without_a_status() throws IOException {
        try (var talk = Talk.to(server)) {
            talk.say(head("POST", "/v1/things", sampled(), "Content-Length: 10")).sayRaw("half");
            talk.reset();
        }

        var span = collector.only(trace.id());
        assertThat(span.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
        assertThat(facts(span)).doesNotContainKey("http.response.status_code");
    }

    @Nested
    class The_trace_of_a_request {

        @Test
        void is_that_of_its_client_and_goes_on_from_its_span() throws IOException {
            var answer = send(sampled());

            var span = collector.only(trace.id());
            assertThat(hex(span.getParentSpanId())).isEqualTo(Trace.PARENT);
            assertThat(answer).contains("\"trace\":\"" + traceparent(span) + "\"");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "X: y",
                    "traceparent: ",
                    "traceparent: secret",
                    "traceparent: 00-00000000000000000000000000000000-b7ad6b7169203331-01",
                    "traceparent: ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
                })
        void begins_here_where_its_client_sent_none(String header) throws IOException {
            var answer = send(header);

            var begun = answer.replaceAll(".*\"00-([0-9a-f]{32})-.*", "$1");
            assertThat(begun).isNotEqualTo("0af7651916cd43dd8448eb211c80319c");
            var span = collector.only(begun);
            assertThat(answer).contains(traceparent(span));
            assertThat(span.getParentSpanId().isEmpty()).isTrue();
        }

        @Test
        void says_nothing_that_a_client_adds_to_it() throws IOException {
            send(sampled(), "tracestate: vendor=secret", "baggage: subject=secret");

            assertThat(collector.only(trace.id()).getTraceState()).isEmpty();
            assertThat(collector.everything()).doesNotContain("secret");
        }

        @Test
        void stays_unsampled_where_its_client_wants_it_so() throws IOException {
            var answer = send("traceparent: " + trace.unsampled());
            var after = Trace.begin();
            send("traceparent: " + after.sampled());

            collector.only(after.id());
            assertThat(collector.spans(trace.id())).isEmpty();
            assertThat(answer).containsPattern("\"00-" + trace.id() + "-[0-9a-f]{16}-00\"");
        }

        private String send(String... headers) throws IOException {
            var head = new ArrayList<>(List.of(headers));
            head.add("Content-Length: 0");
            return ask("POST", "/v1/things", head.toArray(String[]::new)).body();
        }
    }

    @Test
    void a_collector_that_is_away_is_one_line_and_changes_no_answer() throws IOException {
        try (var log = Lines.begin()) {
            collector.stops();

            assertThat(ask("GET", "/v1/things").code()).isEqualTo(200);
            Kept.eventually(() -> assertThat(log.all()).isNotEmpty());
            assertThat(ask("GET", "/v1/things").code()).isEqualTo(200);
            collector.recovers();
            ask("GET", "/v1/things", sampled());
            collector.only(trace.id());

            Kept.eventually(() -> assertThat(log.all()).hasSize(2));
            assertThat(log.all().getFirst()).startsWith("traces: the collector takes no spans");
            assertThat(log.all().getLast()).startsWith("traces: the collector takes spans again");
        }
    }
}
