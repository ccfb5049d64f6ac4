package vestibule.ddq;

import jakarta.inject.Singleton;
import java.time.Instant;
import vestibule.intake.Commit;
import vestibule.intake.ledger.SubjectRows;

/** The account of an erased user stays, closed, with nothing but its id. */
@Singleton
class UserRows implements SubjectRows {

    private static final String FORGET =
            """
            update account
            set advisor_user_id = null, email = null, first_name = null, last_name = null,
                phone_number = null, closed_at = coalesce(closed_at, ?)
            where tenant = ? and user_id = ?
            """;

    @Override
    public void forget(Commit commit, String tenant, String subject, Instant at) {
        commit.add(FORGET, at, tenant, subject);
    }
}
