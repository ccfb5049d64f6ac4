package vestibule.media;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.Caller;
import vestibule.intake.Commit;
import vestibule.intake.event.DeletionReason;
import vestibule.intake.ledger.Departure;
import vestibule.intake.ledger.Register;
import vestibule.intake.storage.Removals;

/** The stored media of an integration; another one's are as unknown as none. */
@Singleton
class MediaCabinet {

    private final MediaLedger ledger;
    private final Register register;
    private final Removals removals;

    MediaCabinet(MediaLedger ledger, Register register, Removals removals) {
        this.ledger = ledger;
        this.register = register;
        this.removals = removals;
    }

    Optional<StoredMedia> find(Caller caller, UUID id) {
        return ledger.find(caller, id);
    }

    /** The media of a session that the caller has, the oldest first. */
    List<MediaRecord> of(SessionRecord session) {
        return ledger.of(session.id()).stream().map(StoredMedia::record).toList();
    }

    /** Adds that all media of the session go; none may be held. Then {@link #removeObjects}. */
    void strike(Commit commit, UUID session, Instant now) {
        for (var media : ledger.of(session)) {
            register.strike(
                    commit,
                    new Departure(
                            media,
                            DeletionReason.ERASURE,
                            Optional.empty(),
                            now,
                            MediaRefusal.STATUS_CONFLICTS));
        }
    }

    void removeObjects() {
        removals.wake();
    }
}
