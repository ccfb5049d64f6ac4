package vestibule.media;

import jakarta.inject.Singleton;
import java.time.Instant;
import vestibule.intake.Commit;
import vestibule.intake.Ids;
import vestibule.intake.ledger.SubjectRows;

/** An erased session keeps its row, without token and vendor data; not a held one. */
@Singleton
class SessionRows implements SubjectRows {

    private static final String FORGET =
            """
            update session
            set vendor_data = null, token = '', deleted_at = coalesce(deleted_at, ?)
            where tenant = ? and id = ? and not held
            """;

    @Override
    public void forget(Commit commit, String tenant, String subject, Instant at) {
        Ids.read(subject).ifPresent(id -> commit.add(FORGET, at, tenant, id));
    }
}
