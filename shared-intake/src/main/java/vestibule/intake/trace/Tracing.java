package vestibule.intake.trace;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has a span of every request where a collector is configured. Where none is, nothing of
 * OpenTelemetry is loaded and no request passes through here.
 */
@Singleton
class Tracing {

    /** Before what refuses a request, so that refusals have spans too. */
    private static final int AFTER_REQUEST_IDS = 990;

    private final Optional<RequestSpans> spans;

    Tracing(
            TraceConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        spans =
                config.endpoint()
                        .map(
                                collector ->
                                        new RequestSpans(
                                                SpanExport.to(
                                                        collector,
                                                        config.ratio(),
                                                        new SpanExport.Source(service, version))));
    }

    void register(@Observes Filters filters) {
        spans.ifPresent(kept -> filters.register(kept::begin, AFTER_REQUEST_IDS));
    }

    void stop(@Observes ShutdownEvent event) {
        spans.ifPresent(RequestSpans::close);
    }
}
