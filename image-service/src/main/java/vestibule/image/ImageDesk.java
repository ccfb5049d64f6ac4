package vestibule.image;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import vestibule.intake.Commit;
import vestibule.intake.Ids;
import vestibule.intake.access.StoredAnswer;

/** What the calls of this service need. */
@Singleton
class ImageDesk {

    private final ImageConfig config;
    private final ImageRules rules;
    private final Projects projects;
    private final SubmissionLedger submissions;
    private final PictureExchange exchange;
    private final Ids ids;

    ImageDesk(
            ImageConfig config,
            ImageRules rules,
            Projects projects,
            SubmissionLedger submissions,
            PictureExchange exchange,
            Clock clock) {
        this.config = config;
        this.rules = rules;
        this.projects = projects;
        this.submissions = submissions;
        this.exchange = exchange;
        this.ids = new Ids(clock);
    }

    ImageConfig config() {
        return config;
    }

    ImageRules rules() {
        return rules;
    }

    Projects projects() {
        return projects;
    }

    SubmissionLedger submissions() {
        return submissions;
    }

    UUID newId() {
        return ids.next();
    }

    StoredAnswer record(Commit commit, ImageSubmission call, PutPictures put) {
        exchange.exchange(commit, call, put);
        return ImageAnswers.updated();
    }
}
