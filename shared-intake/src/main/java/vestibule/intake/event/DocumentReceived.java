package vestibule.intake.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import vestibule.intake.ServiceName;

/**
 * A document was stored.
 *
 * @param batchId shared by the documents of one request; the document's own id otherwise
 * @param vendor what else the vendor's call said, by the names of the schema: short strings or
 *     booleans
 */
public record DocumentReceived(
        UUID documentId,
        ServiceName service,
        String tenantId,
        Subject subject,
        UUID batchId,
        Classification document,
        Content content,
        Facts facts,
        Map<String, Object> vendor,
        ObjectReference object,
        @JsonFormat(pattern = EventJson.TIME, timezone = "UTC") Instant receivedAt)
        implements DocumentEvent {

    /** Characters as JSON Schema counts them: code points. */
    private static final int SHORT = 256;

    public DocumentReceived {
        vendor = Map.copyOf(vendor);
        vendor.forEach(DocumentReceived::check);
    }

    private static void check(String name, Object value) {
        boolean isShort =
                value instanceof String text && text.codePointCount(0, text.length()) <= SHORT;
        if (!isShort && !(value instanceof Boolean)) {
            throw new IllegalArgumentException(
                    "vendor fact " + name + " is neither a boolean nor a short string");
        }
    }
}
