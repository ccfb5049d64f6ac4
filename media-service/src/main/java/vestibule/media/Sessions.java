package vestibule.media;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.Caller;
import vestibule.validation.Refusal;

/** The sessions of integrations: made, handed in, canceled. */
@Singleton
class Sessions {

    private static final int TOKEN_BYTES = 24;

    private final SessionLedger ledger;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(SessionLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    SessionRecord open(Caller caller, Optional<String> vendorData) {
        var session = new StoredSession();
        session.id = UUID.randomUUID();
        session.tenant = caller.tenant();
        session.integration = caller.owner();
        session.vendorData = vendorData.orElse(null);
        session.token = token();
        session.createdAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ledger.persist(session);
        return session.record();
    }

    Optional<SessionRecord> find(Caller caller, UUID id) {
        return ledger.find(caller, id).map(StoredSession::record);
    }

    /** Uploads that are being committed are waited for, later ones find the new status. */
    @Transactional
    Change change(Caller caller, UUID id, SessionStatus next) {
        return ledger.lock(caller, id)
                .map(session -> change(session, next))
                .orElseGet(() -> new Change.Refused(new Refusal.NotFound()));
    }

    private static Change change(StoredSession session, SessionStatus next) {
        if (!session.status.mayBecome(next)) {
            return new Change.Refused(
                    next == SessionStatus.CANCELED
                            ? MediaRefusal.CANCEL_IMPOSSIBLE
                            : MediaRefusal.SUBMIT_IMPOSSIBLE);
        }
        session.status = next;
        return new Change.Done(session.record());
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
