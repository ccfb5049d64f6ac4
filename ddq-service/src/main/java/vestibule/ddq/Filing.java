package vestibule.ddq;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vestibule.intake.Commit;
import vestibule.intake.access.StoredAnswer;
import vestibule.intake.ledger.Arrival;
import vestibule.intake.ledger.Register;

/** How an accepted upload is written down. */
@Singleton
class Filing {

    private final boolean strict;
    private final DdqAnswers answers;
    private final EddqRequests requests;
    private final Register register;
    private final Clock clock;

    Filing(
            DdqConfig config,
            DdqAnswers answers,
            EddqRequests requests,
            Register register,
            Clock clock) {
        this.strict = config.ddqId() == DdqConfig.DdqIds.STRICT;
        this.answers = answers;
        this.requests = requests;
        this.register = register;
        this.clock = clock;
    }

    /** What the {@code ddq_id} of an upload says, and whether there is such a request. */
    private record Reference(Optional<String> id, boolean matched) {

        Map<String, Object> told() {
            return id.<Map<String, Object>>map(sent -> Map.of("ddqId", sent, "ddqMatched", matched))
                    .orElse(Map.of());
        }
    }

    /** Events tell whether the request was found, which must not change until the commit. */
    boolean readsUnderLock(DdqForm form) {
        return form.ddqId().isPresent() && !strict;
    }

    /** Adds rows and events of all files; the user must not have gone meanwhile. */
    StoredAnswer record(Commit commit, DdqSubmission submission, DdqForm form, Standing standing) {
        var files = form.files();
        var account = standing.account();
        var types = form.fileTypes().orElseThrow();
        var batch = files.getFirst().document().id();
        var occasion = Arrival.Occasion.of(submission.request(), batch, clock.instant());
        var reference = reference(commit, form, standing, occasion.at());
        Accounts.touch(commit, account, occasion.at());
        var owner = new Arrival.Belonging(account.tenant, Optional.of(account.userId));
        for (var file : files) {
            var kind = types.wordOf(file).flatMap(DocumentKind::from).orElseThrow();
            register.enter(
                    commit,
                    new Arrival(
                            file.document(),
                            owner,
                            kind.classification(),
                            reference.told(),
                            occasion),
                    file.name(),
                    reference.id().orElse(null),
                    reference.matched());
        }
        return answers.accepted(
                files.stream().map(file -> file.document().id()).toList(), account.userId);
    }

    private Reference reference(Commit commit, DdqForm form, Standing standing, Instant at) {
        var request =
                strict
                        ? standing.request()
                        : form.ddqId()
                                .flatMap(id -> requests.lockOutstanding(standing.account(), id));
        request.ifPresent(
                found -> EddqRequests.submitted(commit, found, form.ddqId().orElseThrow(), at));
        return new Reference(form.ddqId(), request.isPresent());
    }
}
