package vestibule.intake;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vestibule.intake.access.Begun;
import vestibule.intake.access.Idempotency;
import vestibule.intake.access.IdempotencyKey;
import vestibule.intake.access.Reservation;
import vestibule.intake.access.StoredAnswer;
import vestibule.validation.Refusal;

/**
 * Hands out tickets for idempotency keys and takes them back; without a key nothing is asked of the
 * database.
 */
@Singleton
class Tickets {

    /** Every service has one operation that takes the header. */
    private static final String OPERATION = "upload";

    private static final Logger LOG = Logger.getLogger(Tickets.class);

    private final Idempotency idempotency;
    private final Senders senders;

    Tickets(Idempotency idempotency, Senders senders) {
        this.idempotency = idempotency;
        this.senders = senders;
    }

    CompletionStage<Ticket> take(Upload upload) {
        return switch (IdempotencyKey.read(
                upload.request().headers().getAll(IdempotencyKey.HEADER))) {
            case IdempotencyKey.Absent() -> CompletableFuture.completedStage(new Ticket.None());
            case IdempotencyKey.Malformed() ->
                    CompletableFuture.completedStage(
                            new Ticket.Void(new Refusal.IdempotencyKeyInvalid()));
            case IdempotencyKey.Given(var key) -> senders.supply(() -> begin(upload.caller(), key));
        };
    }

    /**
     * The request has ended without success: its key is free again once the stage is complete,
     * which it always is without failure.
     */
    CompletionStage<@Nullable Void> giveBack(Ticket ticket) {
        return ticket instanceof Ticket.Held
                ? CompletableFuture.runAsync(() -> release(ticket), senders)
                : CompletableFuture.completedStage(null);
    }

    /** The same, on a thread that may block. */
    void release(Ticket ticket) {
        if (ticket instanceof Ticket.Held(var reservation)) {
            release(reservation);
        }
    }

    /** Adds to the commit that this answer is given again to the same content. */
    void remember(Commit commit, Ticket ticket, SubmittedBody body, StoredAnswer answer) {
        if (ticket instanceof Ticket.Held(var reservation)) {
            idempotency.remember(commit, reservation, body.fingerprint(), answer, body.subject());
        }
    }

    /** The commit with {@link #remember} has succeeded. */
    void used(Ticket ticket) {
        if (ticket instanceof Ticket.Held(var reservation)) {
            idempotency.committed(reservation);
        }
    }

    private void release(Reservation reservation) {
        try {
            idempotency.release(reservation);
        } catch (SQLException outage) {
            LOG.warn("an idempotency key is free again only when its lease ends", outage);
        }
    }

    private Ticket begin(Caller caller, String key) {
        try {
            return switch (idempotency.begin(caller, OPERATION, key)) {
                case Begun.Fresh(var reservation) -> new Ticket.Held(reservation);
                case Begun.Done done -> new Ticket.Used(done);
                case Begun.InUse() -> new Ticket.Void(new Refusal.IdempotencyKeyInUse());
            };
        } catch (SQLException failure) {
            throw new CommitFailed(failure);
        }
    }
}
