package vestibule.intake.access;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import vestibule.intake.Caller;
import vestibule.intake.Commit;

/**
 * Idempotency keys, per owner and operation. A key is held while its request is worked on (a lease
 * of 60 s that this process renews, so that a dead process frees it), and its 2xx answer is kept
 * for 24 h. {@link #begin} and {@link #release} talk to the database and block.
 */
@ApplicationScoped
public class Idempotency {

    static final Duration LEASE = Duration.ofSeconds(60);
    static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = Logger.getLogger(Idempotency.class);

    /** A key can be freed between two looks at it, but hardly ever three times in a row. */
    private static final int LOOKS = 3;

    private final IdempotencyRows rows;
    private final Clock clock;
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();

    Idempotency(IdempotencyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Before the body is read. A {@link Begun.Fresh} one must end in commit or release. */
    public Begun begin(Caller caller, String operation, String key) throws SQLException {
        var reservation = new Reservation(UUID.randomUUID(), caller, operation, key);
        for (int look = 0; look < LOOKS; look++) {
            var now = clock.instant();
            if (rows.reserve(reservation, now, now.plus(LEASE))) {
                held.add(reservation.id());
                return new Begun.Fresh(reservation);
            }
            Optional<Begun> other = rows.find(reservation);
            if (other.isPresent()) {
                return other.get();
            }
        }
        return new Begun.InUse();
    }

    /**
     * Adds to the transaction of the document rows that this answer is remembered. When the lease
     * was lost to another request, the whole commit fails with {@link Commit.GuardFailed}.
     */
    public void remember(
            Commit commit,
            Reservation reservation,
            byte[] contentSha256,
            StoredAnswer answer,
            UUID document) {
        var remembered =
                new IdempotencyRows.Remembered(
                        contentSha256, answer, document, clock.instant().plus(KEPT));
        IdempotencyRows.remember(commit, reservation, remembered);
    }

    /** Adds to the transaction that deletes a document that its answer is not repeated any more. */
    public void forget(Commit commit, UUID document) {
        IdempotencyRows.forget(commit, document);
    }

    /** Adds that what was answered about one document is from now on about another. */
    public void transfer(Commit commit, UUID from, UUID to) {
        IdempotencyRows.transfer(commit, from, to);
    }

    /** After the transaction with {@link #remember} has succeeded. */
    public void committed(Reservation reservation) {
        held.remove(reservation.id());
    }

    /** After a refusal or failure: the key is free again. Does nothing to an answer remembered. */
    public void release(Reservation reservation) throws SQLException {
        held.remove(reservation.id());
        rows.free(reservation);
    }

    @Scheduled(every = "15s", delayed = "15s")
    void renew() throws SQLException {
        if (!held.isEmpty()) {
            rows.renew(Set.copyOf(held), clock.instant().plus(LEASE));
        }
    }

    @Scheduled(every = "10m", delayed = "1m")
    void purge() throws SQLException {
        int purged = rows.purge(clock.instant());
        if (purged > 0) {
            LOG.debugf("%d idempotency keys have expired", purged);
        }
    }
}
