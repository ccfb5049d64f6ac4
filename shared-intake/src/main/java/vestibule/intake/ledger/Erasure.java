package vestibule.intake.ledger;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.Commit;
import vestibule.intake.Commits;
import vestibule.intake.event.DeletionReason;
import vestibule.intake.storage.Removals;
import vestibule.validation.Refusal;

/** Erases at the operator's wish, as a person's right to erasure demands. */
@Singleton
public class Erasure {

    /** How often one is taken again when a document comes or is held meanwhile. */
    private static final int LOOKS = 5;

    private final StandingDocuments documents;
    private final Register register;
    private final Instance<SubjectRows> subjects;
    private final Commits commits;
    private final Removals removals;
    private final Clock clock;

    Erasure(
            StandingDocuments documents,
            Register register,
            Instance<SubjectRows> subjects,
            Commits commits,
            Removals removals,
            Clock clock) {
        this.documents = documents;
        this.register = register;
        this.subjects = subjects;
        this.commits = commits;
        this.removals = removals;
        this.clock = clock;
    }

    /** What is to be erased. */
    public sealed interface Wish {}

    /** By the {@code documentId} of its event. */
    public record OneDocument(String tenant, UUID id) implements Wish {}

    /** All documents of a subject, and what the service knows of it otherwise. */
    public record OneSubject(String tenant, String id) implements Wish {}

    /**
     * How many documents are there, how many of them are held, and whether the subject itself is.
     */
    public record Found(int documents, long held, boolean subjectHeld) {

        /** Then nothing of it may be erased. */
        public boolean isHeld() {
            return held > 0 || subjectHeld;
        }
    }

    public Found find(Wish wish) {
        return found(wish, standing(wish));
    }

    /**
     * All of it, or nothing when a document or the subject is held.
     *
     * @return what was found
     * @throws Commit.GuardFailed when its documents were changed time and again meanwhile; nothing
     *     was erased
     */
    public Found erase(Wish wish) {
        for (int look = 1; true; look++) {
            var all = standing(wish);
            var found = found(wish, all);
            try {
                if (!found.isHeld()) {
                    commits.execute(strike(wish, all));
                    removals.wake();
                }
                return found;
            } catch (Commit.GuardFailed changed) {
                if (look == LOOKS) {
                    throw changed;
                }
            }
        }
    }

    private Commit strike(Wish wish, List<StoredDocument> all) {
        var commit = new Commit();
        var now = clock.instant();
        if (wish instanceof OneSubject(var tenant, var id)) {
            // Whoever uploads to the subject holds these rows: it is over, or finds them gone.
            subjects.forEach(rows -> rows.forget(commit, tenant, id, now));
            documents.requireAll(commit, all.size(), tenant, id);
        }
        for (var document : all) {
            register.strike(
                    commit,
                    new Departure(
                            document,
                            DeletionReason.ERASURE,
                            Optional.empty(),
                            now,
                            new Refusal.Held()));
        }
        return commit;
    }

    private List<StoredDocument> standing(Wish wish) {
        return switch (wish) {
            case OneDocument(var tenant, var id) -> documents.one(tenant, id);
            case OneSubject(var tenant, var id) -> documents.ofSubject(tenant, id);
        };
    }

    private Found found(Wish wish, List<StoredDocument> all) {
        return new Found(
                all.size(),
                all.stream().filter(document -> document.held).count(),
                wish instanceof OneSubject(_, var id) && documents.holds(id));
    }
}
