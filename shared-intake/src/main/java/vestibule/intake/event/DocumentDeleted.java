package vestibule.intake.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.ServiceName;

/**
 * A document was removed by its client, replaced, erased, or purged when its time was over.
 *
 * @param replacedBy the document that took its place
 */
public record DocumentDeleted(
        UUID documentId,
        ServiceName service,
        String tenantId,
        Subject subject,
        DeletionReason reason,
        Optional<UUID> replacedBy,
        @JsonFormat(pattern = EventJson.TIME, timezone = "UTC") Instant deletedAt)
        implements DocumentEvent {

    public DocumentDeleted {
        if (replacedBy.isPresent() != (reason == DeletionReason.REPLACED)) {
            throw new IllegalArgumentException("replacedBy goes with the reason replaced alone");
        }
    }
}
