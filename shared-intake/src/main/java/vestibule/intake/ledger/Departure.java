package vestibule.intake.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.event.DeletionReason;
import vestibule.validation.Refusal;

/**
 * One document on its way out.
 *
 * @param replacedBy the document that takes its place
 * @param otherwise what the client is told when meanwhile it is gone already, or held
 */
public record Departure(
        StoredDocument document,
        DeletionReason reason,
        Optional<UUID> replacedBy,
        Instant at,
        Refusal otherwise) {

    /** Removed as its client asked. */
    public static Departure asAsked(StoredDocument document, Instant at, Refusal otherwise) {
        return new Departure(
                document, DeletionReason.CLIENT_REQUEST, Optional.empty(), at, otherwise);
    }
}
