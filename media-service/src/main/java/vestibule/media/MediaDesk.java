package vestibule.media;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.Commit;
import vestibule.intake.access.StoredAnswer;
import vestibule.intake.ledger.Arrival;
import vestibule.intake.ledger.Register;

/** What the uploads of this service need, and how an accepted one is written down. */
@Singleton
class MediaDesk {

    private static final int OK = 200;

    private final MediaAnswers answers;
    private final MediaRules rules;
    private final Sessions sessions;
    private final Register register;
    private final Clock clock;

    MediaDesk(
            MediaAnswers answers,
            MediaRules rules,
            Sessions sessions,
            Register register,
            Clock clock) {
        this.answers = answers;
        this.rules = rules;
        this.sessions = sessions;
        this.register = register;
        this.clock = clock;
    }

    MediaAnswers answers() {
        return answers;
    }

    MediaRules rules() {
        return rules;
    }

    Sessions sessions() {
        return sessions;
    }

    /** Version 4, as the vendor documents. */
    UUID newId() {
        return UUID.randomUUID();
    }

    /** Adds row and event of an accepted media, unless meanwhile its session takes none. */
    StoredAnswer record(Commit commit, MediaSubmission submission, UUID session, ImageJson json) {
        SessionLedger.start(commit, session);
        var document = json.picture().received().orElseThrow();
        var context = MediaContext.from(json.contextWord()).orElseThrow();
        var caller = submission.exchange().caller();
        register.enter(
                commit,
                new Arrival(
                        document,
                        new Arrival.Belonging(caller.tenant(), Optional.of(session.toString())),
                        context.classification(),
                        Map.of(),
                        Arrival.Occasion.of(submission.request(), document.id(), clock.instant())),
                caller.owner(),
                json.taken().orElse(""));
        var media =
                new MediaRecord(
                        document.id(),
                        session,
                        context.word(),
                        document.facts().type().mime(),
                        document.size(),
                        document.sha256());
        return new StoredAnswer(
                OK,
                Map.of(),
                answers.bytes(MediaView.Stored.of(media, submission.exchange().url())));
    }
}
