package vestibule.ddq;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import vestibule.intake.Commit;
import vestibule.intake.Commits;
import vestibule.validation.Refusal;

/** Closes accounts; in erase mode nothing of their users is left. */
@Singleton
class Closings {

    private final boolean erasing;
    private final Accounts accounts;
    private final Erasure erasure;
    private final Commits commits;
    private final Clock clock;

    Closings(DdqConfig config, Accounts accounts, Erasure erasure, Commits commits, Clock clock) {
        this.erasing = config.deleteAccount() == DdqConfig.Deletion.ERASE;
        this.accounts = accounts;
        this.erasure = erasure;
        this.commits = commits;
        this.clock = clock;
    }

    /** Returns why not, if so; nothing has changed then. */
    Optional<Refusal> close(String tenant, String userId) {
        try {
            Optional<Refusal> refused =
                    commits.underLock(
                            commit ->
                                    accounts.lock(tenant, userId)
                                            .map(account -> close(account, commit))
                                            .orElse(Optional.of(new DdqRefusal.UserUnknown())));
            erasure.wake();
            return refused;
        } catch (Commit.GuardFailed meanwhile) {
            return Optional.of(meanwhile.refusal());
        }
    }

    private Optional<Refusal> close(Account account, Commit commit) {
        var at = clock.instant();
        var refused = erasing ? erasure.of(account, commit, at) : Optional.<Refusal>empty();
        if (refused.isEmpty()) {
            Accounts.close(commit, account, at);
        }
        return refused;
    }
}
