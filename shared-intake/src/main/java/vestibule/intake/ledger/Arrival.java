package vestibule.intake.ledger;

import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.ReceivedDocument;
import vestibule.intake.event.Classification;
import vestibule.intake.trace.TraceContext;

/**
 * One accepted document, as it is written down and told.
 *
 * @param vendor what else the vendor's call said, by the names of the event's schema
 */
public record Arrival(
        ReceivedDocument document,
        Belonging belonging,
        Classification classification,
        Map<String, Object> vendor,
        Occasion occasion) {

    public Arrival {
        vendor = Map.copyOf(vendor);
    }

    /**
     * Whose a document is.
     *
     * @param subject the caller's own reference; empty where the vendor knows none
     */
    public record Belonging(String tenant, Optional<String> subject) {}

    /**
     * The request that brought it.
     *
     * @param batchId shared by the documents of one request; the document's own id otherwise
     * @param at whole milliseconds
     * @param traceparent its trace context
     */
    public record Occasion(UUID batchId, Instant at, Optional<String> traceparent) {

        public Occasion {
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }

        public static Occasion of(HttpServerRequest request, UUID batchId, Instant at) {
            return new Occasion(batchId, at, TraceContext.of(request));
        }
    }
}
