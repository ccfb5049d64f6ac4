package vestibule.document;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import vestibule.intake.Caller;
import vestibule.intake.Commit;
import vestibule.intake.Commits;
import vestibule.intake.access.Idempotency;
import vestibule.intake.ledger.Departure;
import vestibule.intake.ledger.Register;
import vestibule.intake.storage.Removals;
import vestibule.validation.Refusal;

/** How documents go: as their owner asks, or because their bytes never came. */
@Singleton
class DocumentCabinet {

    private static final String GONE = "delete from awaited_document where id = ?";

    private static final String OVERDUE =
            """
            with overdue as (delete from awaited_document where create_time <= ? returning id)
            delete from idempotency_key where document in (select id from overdue)
            """;

    private final DocumentConfig config;
    private final DocumentLedger ledger;
    private final Register register;
    private final Idempotency idempotency;
    private final Commits commits;
    private final Removals removals;
    private final Clock clock;

    DocumentCabinet(
            DocumentConfig config,
            DocumentLedger ledger,
            Register register,
            Idempotency idempotency,
            Commits commits,
            Removals removals,
            Clock clock) {
        this.config = config;
        this.ledger = ledger;
        this.register = register;
        this.idempotency = idempotency;
        this.commits = commits;
        this.removals = removals;
        this.clock = clock;
    }

    /** Makes the document unreadable at once; empty when that was done, else why not. */
    Optional<Refusal> delete(Caller caller, long number) {
        try {
            return tryDelete(caller, number);
        } catch (Commit.GuardFailed changedMeanwhile) {
            return delete(caller, number);
        }
    }

    private Optional<Refusal> tryDelete(Caller caller, long number) {
        var kept = ledger.kept(caller, number);
        if (kept.isPresent()) {
            return kept.get().held ? Optional.of(new Refusal.Held()) : strike(kept.get());
        }
        return ledger.awaited(caller, number)
                .map(this::forget)
                .orElseGet(() -> Optional.of(new Refusal.NotFound()));
    }

    private Optional<Refusal> strike(KeptDocument document) {
        var commit = new Commit();
        register.strike(
                commit, Departure.asAsked(document, clock.instant(), new Refusal.NotFound()));
        commits.execute(commit);
        removals.wake();
        return Optional.empty();
    }

    /** Nobody was told of it, so nobody is told that it is gone. */
    private Optional<Refusal> forget(AwaitedDocument document) {
        var commit = new Commit();
        commit.expect(1, new Refusal.NotFound(), GONE, document.id);
        idempotency.forget(commit, document.id);
        commits.execute(commit);
        return Optional.empty();
    }

    @Scheduled(every = "1m", delayed = "10s")
    void removeOverdue() {
        commits.execute(new Commit().add(OVERDUE, clock.instant().minus(config.awaitFor())));
    }
}
