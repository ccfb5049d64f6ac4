package vestibule.image;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vestibule.intake.Caller;
import vestibule.validation.Refusal;

/** Takes over submissions that were made elsewhere. */
@Singleton
class Migrations {

    private final Projects projects;
    private final SubmissionLedger submissions;
    private final Clock clock;

    Migrations(Projects projects, SubmissionLedger submissions, Clock clock) {
        this.projects = projects;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** What is wrong with it, in the contract's order. */
    Optional<Refusal> judge(Caller caller, Migration migration) {
        return migration
                .incomplete()
                .or(() -> projects.judge(caller, migration.text(Migration.ADMIN).orElse("")))
                .or(migration::wrong);
    }

    /** Keeps it as a submission of the caller's project and returns its id. */
    String add(Caller caller, Migration migration) {
        var submission = new StoredSubmission();
        submission.id = SubmissionIds.next();
        submission.tenant = caller.tenant();
        submission.project = caller.owner();
        submission.email = migration.text("email").orElse("");
        submission.userid = migration.text("userid").orElse("");
        submission.reviewer = migration.text(Migration.ADMIN).orElse("");
        submission.data = migration.data();
        submission.result = migration.text("kycStatus").orElse("");
        // The time is part of where a page begins, as the API tells it.
        submission.createdAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        submission.changedAt = submission.createdAt;
        submissions.add(submission);
        return submission.id;
    }
}
