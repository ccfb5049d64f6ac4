package vestibule.file;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vestibule.intake.Caller;
import vestibule.intake.Commit;
import vestibule.intake.Commits;
import vestibule.intake.Ids;
import vestibule.intake.ledger.Departure;
import vestibule.intake.ledger.Register;
import vestibule.intake.storage.Removals;
import vestibule.validation.Refusal;

/** The stored files of a client; another client's are as unknown as none. */
@Singleton
class FileCabinet {

    private final FileLedger ledger;
    private final Register register;
    private final Commits commits;
    private final Removals removals;
    private final Clock clock;

    FileCabinet(
            FileLedger ledger, Register register, Commits commits, Removals removals, Clock clock) {
        this.ledger = ledger;
        this.register = register;
        this.commits = commits;
        this.removals = removals;
        this.clock = clock;
    }

    Optional<StoredFile> find(Caller caller, String id) {
        return Ids.read(id).flatMap(known -> ledger.find(caller.tenant(), known));
    }

    List<FileRecord> list(Caller caller, FileQuery query) {
        return ledger.list(caller.tenant(), query.cursor(), query.limit() + 1).stream()
                .map(StoredFile::record)
                .toList();
    }

    /**
     * Makes the file unreadable at once, and has its event told and its object removed.
     *
     * @return false when meanwhile it was deleted by another request or held by the operator
     */
    boolean delete(StoredFile file) {
        var commit = new Commit();
        register.strike(commit, Departure.asAsked(file, clock.instant(), new Refusal.NotFound()));
        try {
            commits.execute(commit);
            removals.wake();
            return true;
        } catch (Commit.GuardFailed goneOrHeld) {
            return false;
        }
    }
}
