package vestibule.image;

import jakarta.inject.Singleton;
import java.util.Optional;
import vestibule.intake.Caller;
import vestibule.intake.Commit;
import vestibule.intake.Commits;
import vestibule.intake.storage.Removals;
import vestibule.validation.Refusal;

/** The submissions of the caller's project; those of another are as unknown as none. */
@Singleton
class SubmissionCabinet {

    private final SubmissionLedger submissions;
    private final PictureLedger pictures;
    private final Erasure erasure;
    private final Commits commits;
    private final Removals removals;

    SubmissionCabinet(
            SubmissionLedger submissions,
            PictureLedger pictures,
            Erasure erasure,
            Commits commits,
            Removals removals) {
        this.submissions = submissions;
        this.pictures = pictures;
        this.erasure = erasure;
        this.commits = commits;
        this.removals = removals;
    }

    boolean has(Caller caller, String id) {
        return submissions.find(caller, id).isPresent();
    }

    /** The current picture of a submission that the caller has. */
    Optional<StoredPicture> picture(String submission, Slot slot) {
        return pictures.inSlot(submission, slot);
    }

    SubmissionView.Page list(Caller caller, SubmissionQuery query) {
        var found = submissions.list(caller, query);
        var shown = pictures.of(found.stream().map(submission -> submission.id).toList());
        return SubmissionView.Page.of(found, query.count(), shown);
    }

    /**
     * Makes its pictures unreadable and forgets the person at once; the objects go soon.
     *
     * @return why nothing was deleted
     */
    Optional<Refusal> delete(Caller caller, String id) {
        try {
            var refusal = commits.underLock(commit -> erasure.compose(commit, caller, id));
            removals.wake();
            return refusal;
        } catch (Commit.GuardFailed heldMeanwhile) {
            return Optional.of(heldMeanwhile.refusal());
        }
    }
}
