package vestibule.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import vestibule.intake.outbox.OutboxRelay;

/** Executes commits on the service's database and has their events carried off at once. */
@Singleton
public class Commits {

    private static final int LONGEST_SECONDS = 5;

    private final DataSource database;
    private final OutboxRelay relay;

    Commits(DataSource database, OutboxRelay relay) {
        this.database = database;
        this.relay = relay;
    }

    /**
     * Returns when everything in it has taken effect.
     *
     * @throws Commit.GuardFailed when nothing has, because a guard failed
     * @throws CommitFailed when the database did not commit, or nobody knows whether it did
     */
    public void execute(Commit commit) {
        send(commit);
        relay.wake();
    }

    /** Composes a commit, then executes it. */
    public <T> T execute(Function<Commit, T> composing) {
        var commit = new Commit();
        var composed = composing.apply(commit);
        execute(commit);
        return composed;
    }

    /** The same within one transaction, for a commit whose composition reads rows that it locks. */
    public <T> T underLock(Function<Commit, T> composing) {
        var composed =
                QuarkusTransaction.requiringNew()
                        .timeout(LONGEST_SECONDS)
                        .call(
                                () -> {
                                    var commit = new Commit();
                                    var result = composing.apply(commit);
                                    send(commit);
                                    return result;
                                });
        relay.wake();
        return composed;
    }

    private void send(Commit commit) {
        try {
            commit.execute(database);
        } catch (SQLException failure) {
            throw new CommitFailed(failure);
        }
    }
}
