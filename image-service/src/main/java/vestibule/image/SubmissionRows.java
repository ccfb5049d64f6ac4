package vestibule.image;

import jakarta.inject.Singleton;
import java.time.Instant;
import vestibule.intake.Commit;
import vestibule.intake.ledger.SubjectRows;

/** An erased submission keeps its row, without what it says of a person; not a held one. */
@Singleton
class SubmissionRows implements SubjectRows {

    private static final String FORGET =
            """
            update submission
            set email = '', userid = '', reviewer = '', data = '{}',
                deleted_at = coalesce(deleted_at, ?)
            where tenant = ? and id = ? and not held
            """;

    @Override
    public void forget(Commit commit, String tenant, String subject, Instant at) {
        commit.add(FORGET, at, tenant, subject);
    }
}
