package vestibule.intake.trace;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * Where a request stands in a trace (W3C Trace Context): what its client said, or the request's own
 * span where spans are exported.
 */
public final class TraceContext {

    static final String HEADER = "traceparent";

    private TraceContext() {}

    /** The header's value as it is; what is malformed is the reader's to drop. */
    public static Optional<String> of(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HEADER));
    }
}
