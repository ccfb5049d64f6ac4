package vestibule.document;

import jakarta.inject.Singleton;
import java.time.Instant;
import vestibule.intake.Commit;
import vestibule.intake.ledger.SubjectRows;

/** Bytes of an erased client are not awaited any more. */
@Singleton
class AwaitedRows implements SubjectRows {

    private static final String FORGET =
            """
            with forgotten as
                (delete from awaited_document where tenant = ? and subject_id = ? returning id)
            delete from idempotency_key where document in (select id from forgotten)
            """;

    @Override
    public void forget(Commit commit, String tenant, String subject, Instant at) {
        commit.add(FORGET, tenant, subject);
    }
}
