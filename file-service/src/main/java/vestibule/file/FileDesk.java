package vestibule.file;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.Commit;
import vestibule.intake.Ids;
import vestibule.intake.access.StoredAnswer;
import vestibule.intake.ledger.Arrival;
import vestibule.intake.ledger.Register;

/** What the uploads of this service need, and how an accepted one is written down. */
@Singleton
class FileDesk {

    private final FileConfig config;
    private final FileAnswers answers;
    private final FileRules rules;
    private final Register register;
    private final Clock clock;
    private final Ids ids;

    FileDesk(
            FileConfig config,
            FileAnswers answers,
            FileRules rules,
            Register register,
            Clock clock) {
        this.config = config;
        this.answers = answers;
        this.rules = rules;
        this.register = register;
        this.clock = clock;
        this.ids = new Ids(clock);
    }

    FileConfig config() {
        return config;
    }

    FileAnswers answers() {
        return answers;
    }

    FileRules rules() {
        return rules;
    }

    UUID newId() {
        return ids.next();
    }

    /** Adds row and event of an accepted file. */
    StoredAnswer record(Commit commit, FileSubmission submission, SentFile sent, Purpose purpose) {
        var document = sent.document();
        var occasion = Arrival.Occasion.of(submission.request(), document.id(), clock.instant());
        var file =
                new FileRecord(
                        document.id(),
                        sent.name(),
                        sent.declared().spell(document.facts().type()),
                        document.size(),
                        purpose.word(),
                        occasion.at(),
                        document.sha256());
        var owner = new Arrival.Belonging(submission.caller().tenant(), Optional.empty());
        register.enter(
                commit,
                new Arrival(document, owner, purpose.classification(), Map.of(), occasion),
                file.name(),
                file.type());
        return answers.created(file);
    }
}
