package vestibule.intake;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import vestibule.intake.outbox.OutboxRelay;

/** Executes commits on the service's database and has their events carried off at once. */
@Singleton
public class Commits {

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
        try {
            commit.execute(database);
        } catch (SQLException failure) {
            throw new CommitFailed(failure);
        }
        relay.wake();
    }
}
