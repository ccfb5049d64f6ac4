package vestibule.media;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.Caller;
import vestibule.intake.Commit;

/** Where the rows of sessions are; those of another integration are as unknown as none. */
@Singleton
class SessionLedger implements PanacheRepositoryBase<StoredSession, UUID> {

    private static final String MINE =
            "id = ?1 and tenant = ?2 and integration = ?3 and deletedAt is null";

    /** Check and lock in one: whoever changes the status meanwhile waits, or has been. */
    private static final String START =
            "update session set status = 'STARTED'"
                    + " where id = ? and status in ('CREATED', 'STARTED') and deleted_at is null";

    private static final String ERASE =
            "update session set vendor_data = null, token = '', deleted_at = ? where id = ?";

    @Transactional
    Optional<StoredSession> find(Caller caller, UUID id) {
        return find(MINE, id, caller.tenant(), caller.owner()).firstResultOptional();
    }

    /** Within a transaction: nobody else changes the session until its end. */
    Optional<StoredSession> lock(Caller caller, UUID id) {
        return find(MINE, id, caller.tenant(), caller.owner())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * Within a transaction: nobody else counts or erases those of the integration until its end.
     */
    void lockErasures(Caller caller) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext(?1)) as text)", String.class)
                .setParameter(1, caller.owner())
                .getSingleResult();
    }

    /** How many sessions the integration had erased so lately. */
    long erasedWithin(Caller caller, Instant now, Duration time) {
        return count("integration = ?1 and deletedAt > ?2", caller.owner(), now.minus(time));
    }

    /** Adds that the session has media now, unless it takes none any more. */
    static void start(Commit commit, UUID session) {
        commit.expect(1, MediaRefusal.STATUS_CONFLICTS, START, session);
    }

    static void erase(Commit commit, UUID session, Instant at) {
        commit.add(ERASE, at, session);
    }
}
