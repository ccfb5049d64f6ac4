package vestibule.intake.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Takes spans on 127.0.0.1 as an OpenTelemetry collector does (OTLP over HTTP, protobuf). */
public final class SpanCollector {

    private static final int OK = 200;
    private static final int UNTIL_IT_RECOVERS = 1_000_000;

    private static final SpanCollector RUNNING = new SpanCollector();

    private final List<byte[]> taken = new CopyOnWriteArrayList<>();
    private final Semaphore open = new Semaphore(UNTIL_IT_RECOVERS);
    private final int port;
    private volatile HttpServer server;
    private volatile int status = OK;

    public SpanCollector() {
        this(0);
    }

    public SpanCollector(int at) {
        server = listen(at);
        port = server.getAddress().getPort();
    }

    /** The one that the service of a module's tests has; it ends with this JVM. */
    public static SpanCollector running() {
        return RUNNING;
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** The span of the one request of this trace that the service has had. */
    public Span only(String traceId) {
        Kept.eventually(() -> assertThat(spans(traceId)).hasSize(1));
        return spans(traceId).getFirst();
    }

    public List<Span> spans(String traceId) {
        return spans().stream().filter(span -> hex(span.getTraceId()).equals(traceId)).toList();
    }

    public List<Span> spans() {
        return requests().stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    private List<ExportTraceServiceRequest> requests() {
        return taken.stream().map(SpanCollector::read).toList();
    }

    /** What the service says of itself with its spans. */
    public Map<String, String> source() {
        return texts(requests().getLast().getResourceSpans(0).getResource().getAttributesList());
    }

    /** Every byte of what came, as text. */
    public String everything() {
        return taken.stream()
                .map(body -> new String(body, ISO_8859_1))
                .collect(Collectors.joining());
    }

    /** The {@code traceparent} of whoever comes after the span. */
    public static String traceparent(Span span) {
        return "00-%s-%s-01".formatted(hex(span.getTraceId()), hex(span.getSpanId()));
    }

    public static String hex(com.google.protobuf.ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    /** Numbers as text too. */
    public static Map<String, String> facts(Span span) {
        return texts(span.getAttributesList());
    }

    private static Map<String, String> texts(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(
                        Collectors.toMap(
                                KeyValue::getKey,
                                one ->
                                        one.getValue().hasIntValue()
                                                ? Long.toString(one.getValue().getIntValue())
                                                : one.getValue().getStringValue()));
    }

    /** Answers with this status, and takes nothing. */
    public void refuses(int answer) {
        status = answer;
    }

    /** Reads, and does not answer. */
    public void hangs() {
        open.drainPermits();
    }

    /** Nobody listens any more at the address. */
    public void stops() {
        server.stop(0);
    }

    /** As at the beginning. */
    public void recovers() {
        status = OK;
        open.release(UNTIL_IT_RECOVERS);
        server.stop(0);
        server = listen(port);
    }

    private HttpServer listen(int at) {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), at);
            var listening = HttpServer.create(here, 50);
            listening.setExecutor(
                    Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
            listening.createContext("/v1/traces", this::take);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        open.acquireUninterruptibly();
        if (status == OK) {
            taken.add(body);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static ExportTraceServiceRequest read(byte[] body) {
        try {
            return ExportTraceServiceRequest.parseFrom(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
