package vestibule.image;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vestibule.intake.Caller;
import vestibule.intake.Commit;
import vestibule.intake.event.DeletionReason;
import vestibule.intake.ledger.Departure;
import vestibule.intake.ledger.Register;
import vestibule.validation.Refusal;

/** Empties a submission: its pictures go, and what it says of a person. */
@Singleton
class Erasure {

    private final SubmissionLedger submissions;
    private final PictureLedger pictures;
    private final Register register;
    private final Clock clock;

    Erasure(SubmissionLedger submissions, PictureLedger pictures, Register register, Clock clock) {
        this.submissions = submissions;
        this.pictures = pictures;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Adds all of it to the commit; in its transaction.
     *
     * @return why there is nothing to add
     */
    Optional<Refusal> compose(Commit commit, Caller caller, String id) {
        var found = submissions.lock(caller, id);
        if (found.isEmpty()) {
            return Optional.of(ImageRule.NOTHING_TO_DELETE);
        }
        var current = pictures.of(List.of(id));
        if (found.get().held || current.stream().anyMatch(picture -> picture.held)) {
            return Optional.of(new Refusal.Held());
        }
        var now = clock.instant();
        current.stream()
                .map(
                        picture ->
                                new Departure(
                                        picture,
                                        DeletionReason.ERASURE,
                                        Optional.empty(),
                                        now,
                                        new Refusal.Held()))
                .forEach(departure -> register.strike(commit, departure));
        commit.add(
                """
                update submission set email = '', userid = '', reviewer = '', data = '{}',
                    deleted_at = ? where id = ?""",
                now,
                id);
        return Optional.empty();
    }
}
