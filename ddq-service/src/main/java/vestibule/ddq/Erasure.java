package vestibule.ddq;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import vestibule.intake.Commit;
import vestibule.intake.event.DeletionReason;
import vestibule.intake.ledger.Departure;
import vestibule.intake.ledger.Register;
import vestibule.intake.storage.Removals;
import vestibule.validation.Refusal;

/** Takes away what was uploaded to an account, and what is known of its user. */
@Singleton
class Erasure {

    private final DdqLedger ledger;
    private final Register register;
    private final Removals removals;

    Erasure(DdqLedger ledger, Register register, Removals removals) {
        this.ledger = ledger;
        this.register = register;
        this.removals = removals;
    }

    /** Adds all of it, or nothing when a document is held. The account must be locked. */
    Optional<Refusal> of(Account account, Commit commit, Instant at) {
        var documents = ledger.all(account);
        if (documents.stream().anyMatch(document -> document.held)) {
            return Optional.of(new Refusal.Held());
        }
        documents.forEach(
                document ->
                        register.strike(
                                commit,
                                new Departure(
                                        document,
                                        DeletionReason.ERASURE,
                                        Optional.empty(),
                                        at,
                                        new Refusal.Held())));
        Accounts.forget(commit, account);
        return Optional.empty();
    }

    /** After the commit: has the objects removed at once. */
    void wake() {
        removals.wake();
    }
}
