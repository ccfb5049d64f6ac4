package vestibule.intake.ledger;

import java.time.Instant;
import vestibule.intake.Commit;

/**
 * What a service knows of a subject beside its documents. A service that keeps nothing has no bean
 * of this.
 */
public interface SubjectRows {

    /** Adds that nothing is known of the subject any more, but that it was there. */
    void forget(Commit commit, String tenant, String subject, Instant at);
}
