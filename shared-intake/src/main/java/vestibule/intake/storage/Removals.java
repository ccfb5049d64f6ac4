package vestibule.intake.storage;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import vestibule.intake.Commit;

/**
 * Objects of deleted documents: remembered by the transaction that deletes the document, then
 * removed with all their versions, tried again until done.
 */
@Singleton
public class Removals {

    private static final Logger LOG = Logger.getLogger(Removals.class);

    private static final String INSERT =
            "insert into object_removal (object_key) values (?) on conflict do nothing";

    /** Takes due rows out of the way of other replicas until their next try, 5 to 60 s away. */
    private static final String TAKE =
            """
            update object_removal
               set attempts = attempts + 1,
                   due = now() + least(60, 5 * 2 ^ least(attempts, 4)) * interval '1 second'
             where object_key in (select object_key from object_removal where due <= now()
                                   order by due limit 50 for update skip locked)
            returning object_key""";

    private static final String DELETE = "delete from object_removal where object_key = any(?)";

    private final DataSource database;
    private final ObjectStore store;

    /** One thread, and one more run asked for at most. */
    private final ExecutorService worker =
            new ThreadPoolExecutor(
                    0,
                    1,
                    10,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(1),
                    Thread.ofPlatform().name("object-removal").daemon().factory(),
                    new ThreadPoolExecutor.DiscardPolicy());

    Removals(DataSource database, ObjectStore store) {
        this.database = database;
        this.store = store;
    }

    /** Adds to the commit that these objects go. Call {@link #wake} after it. */
    public void append(Commit commit, String... keys) {
        for (var key : keys) {
            commit.add(INSERT, key);
        }
    }

    /** Removes what is due, soon and on another thread. */
    @Scheduled(every = "5s")
    public void wake() {
        worker.execute(this::run);
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.shutdown();
    }

    private void run() {
        try {
            removeDue();
        } catch (SQLException laterAgain) {
            LOG.warn("removals: the database did not answer, trying again", laterAgain);
        }
    }

    /** Tries every object that is due once. */
    void removeDue() throws SQLException {
        for (var keys = take(); !keys.isEmpty(); keys = take()) {
            forget(keys.stream().filter(this::removed).toList());
        }
    }

    private boolean removed(String key) {
        try {
            store.remove(key);
            return true;
        } catch (RuntimeException laterAgain) {
            LOG.warnf(laterAgain, "removals: %s not removed, trying again", key);
            return false;
        }
    }

    private List<String> take() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TAKE);
                var rows = statement.executeQuery()) {
            var keys = new ArrayList<String>();
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
            return keys;
        }
    }

    private void forget(List<String> keys) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            statement.executeUpdate();
        }
    }
}
