package vestibule.intake.event;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One event as it goes to Kafka: CloudEvents 1.0, Kafka protocol binding, binary mode.
 *
 * @param id the {@code ce_id}, equal across redeliveries
 * @param time the {@code ce_time}, when the transaction was written, whole milliseconds
 * @param traceparent W3C trace context of the request; anything malformed is dropped
 */
public record Envelope(UUID id, Instant time, DocumentEvent event, Optional<String> traceparent) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern(EventJson.TIME).withZone(ZoneOffset.UTC);
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    public Envelope {
        time = time.truncatedTo(ChronoUnit.MILLIS);
        traceparent = traceparent.filter(TRACEPARENT.asMatchPredicate());
    }

    /** The record's headers in order; the binding gives {@code content-type} no prefix. */
    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", "vestibule." + kind() + ".v1");
        headers.put("ce_source", "/vestibule/" + event.service().word() + "-service");
        headers.put("ce_subject", event.documentId().toString());
        headers.put("ce_time", TIME.format(time));
        headers.put("ce_dataschema", "urn:vestibule:schema:" + kind() + ":v1");
        headers.put("ce_partitionkey", event.key());
        if (event instanceof DocumentReceived received) {
            headers.put("ce_dataref", received.object().uri());
        }
        headers.put("ce_dataclassification", "personal-data");
        traceparent.ifPresent(trace -> headers.put("traceparent", trace));
        headers.put("content-type", "application/json");
        return headers;
    }

    /** The record's value. */
    public String data() {
        return EventJson.write(event);
    }

    private String kind() {
        return switch (event) {
            case DocumentReceived received -> "document-received";
            case DocumentDeleted deleted -> "document-deleted";
        };
    }
}
