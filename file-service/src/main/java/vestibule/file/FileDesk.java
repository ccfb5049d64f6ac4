package vestibule.file;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import vestibule.intake.Commit;
import vestibule.intake.Ids;
import vestibule.intake.access.StoredAnswer;

/** What the uploads of this service need, and how an accepted one is written down. */
@Singleton
class FileDesk {

    private final FileConfig config;
    private final FileAnswers answers;
    private final FileRules rules;
    private final FileLedger ledger;
    private final Clock clock;
    private final Ids ids;

    FileDesk(
            FileConfig config,
            FileAnswers answers,
            FileRules rules,
            FileLedger ledger,
            Clock clock) {
        this.config = config;
        this.answers = answers;
        this.rules = rules;
        this.ledger = ledger;
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
        var file =
                new FileRecord(
                        document.id(),
                        sent.name(),
                        sent.declared().spell(document.facts().type()),
                        document.size(),
                        purpose.word(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        document.sha256());
        ledger.add(
                commit,
                new FileLedger.Arrival(submission.caller().tenant(), file, document, purpose),
                submission.traceparent());
        return answers.created(file);
    }
}
