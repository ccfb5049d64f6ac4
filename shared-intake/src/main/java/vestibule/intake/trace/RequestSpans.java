package vestibule.intake.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One span for each request, from its head to the end of its answer, by OpenTelemetry's conventions
 * for HTTP servers.
 */
final class RequestSpans implements AutoCloseable {

    /** So long may a collector that hangs hold a stop. */
    private static final int STOP_SECONDS = 2;

    private static final int SERVER_FAULTS = 500;

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    RequestSpans(SdkTracerProvider provider) {
        this.provider = provider;
        tracer = provider.get("vestibule");
    }

    /** From now on the request's {@link TraceContext} is its span. */
    void begin(RoutingContext context) {
        var request = context.request();
        var facts = new RequestFacts(request, Vertx.currentContext());
        var span =
                tracer.spanBuilder(facts.name())
                        .setParent(W3C.extract(Context.root(), request, new Sent()))
                        .setSpanKind(SpanKind.SERVER)
                        .setAllAttributes(facts.atBegin())
                        .startSpan();
        W3C.inject(
                Context.root().with(span),
                request.headers(),
                (to, name, value) -> to.set(name, value));
        context.addEndHandler(ended -> end(span, facts, ended.failed()));
        context.next();
    }

    private static void end(Span span, RequestFacts facts, boolean lost) {
        span.updateName(facts.name());
        span.setAllAttributes(facts.atEnd());
        if (lost || facts.status().filter(status -> status >= SERVER_FAULTS).isPresent()) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    @Override
    public void close() {
        provider.shutdown().join(STOP_SECONDS, TimeUnit.SECONDS);
    }

    /** Not {@code tracestate}, which holds whatever its client likes. */
    private static final class Sent implements TextMapGetter<HttpServerRequest> {

        @Override
        public List<String> keys(HttpServerRequest request) {
            return List.of(TraceContext.HEADER);
        }

        @Override
        public @Nullable String get(@Nullable HttpServerRequest request, String name) {
            return request != null && name.equals(TraceContext.HEADER)
                    ? request.getHeader(name)
                    : null;
        }
    }
}
