package vestibule.media;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.Caller;
import vestibule.intake.Commit;
import vestibule.intake.Commits;
import vestibule.validation.Refusal;

/** Erases sessions with all their media. */
@Singleton
class Erasures {

    private final SessionLedger sessions;
    private final MediaCabinet media;
    private final Commits commits;
    private final DeleteLimit limit;
    private final Clock clock;

    Erasures(
            SessionLedger sessions,
            MediaCabinet media,
            Commits commits,
            MediaConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.media = media;
        this.commits = commits;
        this.limit = config.deleteLimit();
        this.clock = clock;
    }

    /** Empties the session's row and those of its media, and has their objects removed. */
    Change erase(Caller caller, UUID id) {
        try {
            var change = commits.underLock(commit -> erase(commit, caller, id));
            media.removeObjects();
            return change;
        } catch (Commit.GuardFailed mediaHeld) {
            return new Change.Refused(mediaHeld.refusal());
        }
    }

    private Change erase(Commit commit, Caller caller, UUID id) {
        var now = clock.instant();
        return sessions.lock(caller, id)
                .map(
                        session ->
                                obstacle(session, caller, now)
                                        .<Change>map(Change.Refused::new)
                                        .orElseGet(() -> erase(commit, session, now)))
                .orElseGet(() -> new Change.Refused(new Refusal.NotFound()));
    }

    private Optional<MediaRefusal> obstacle(StoredSession session, Caller caller, Instant now) {
        if (!session.status.mayBeErased()) {
            return Optional.of(MediaRefusal.NOT_COMPLETED);
        }
        if (session.held) {
            return Optional.of(MediaRefusal.STATUS_CONFLICTS);
        }
        return isLimitReached(caller, now)
                ? Optional.of(MediaRefusal.TOO_MANY_DELETES)
                : Optional.empty();
    }

    private boolean isLimitReached(Caller caller, Instant now) {
        if (limit == DeleteLimit.OFF) {
            return false;
        }
        sessions.lockErasures(caller);
        return DeleteLimit.isReached(time -> sessions.erasedWithin(caller, now, time));
    }

    private Change erase(Commit commit, StoredSession session, Instant now) {
        media.strike(commit, session.id, now);
        SessionLedger.erase(commit, session.id, now);
        return new Change.Done(session.record());
    }
}
