package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code kill -9} at the two moments that matter; locks in the database make them last. */
@Timeout(240)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledServiceTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Books books = Stage.books();
    private PackagedService server;

    @BeforeEach
    void start() {
        server = Stage.fileServer(PackagedService.SWEEPING_SOON);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void between_object_and_commit_neither_row_nor_event_nor_object_is_left() throws Exception {
        var movie = Movie.ofMiB(20, System.nanoTime());
        var rows = books.rows();
        var objects = books.objects();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor();
                var database = books.database()) {
            holding(database, "lock table file in access exclusive mode");
            var answer = clients.submit(() -> server.client().upload(movie));
            Eventually.is("object", SOON, () -> books.objects().size() > objects.size());
            server.kill();
            releaseToNobody(database);
            assertThatThrownBy(answer::get).isInstanceOf(ExecutionException.class);
        }
        server.restart();

        assertThat(books.rows()).isEqualTo(rows);
        assertThat(books.waitingEvents()).isZero();
        Eventually.is("swept", SOON, () -> objects.containsAll(books.objects()));
    }

    @Test
    void between_Kafka_and_the_mark_the_event_comes_again_with_the_same_id() throws Exception {
        try (var events = new Events(Stage.stack());
                var database = books.database()) {
            holdDeletions(database);
            var id = server.client().upload(Movie.ofMiB(1, System.nanoTime())).id();
            Eventually.is("event", SOON, () -> events.of(id).size() == 1);
            server.kill();
            releaseToNobody(database);
            server.restart();

            Eventually.is("event again", SOON, () -> events.of(id).size() == 2);
            assertThat(events.of(id))
                    .extracting(Events.Told::id)
                    .containsOnly(books.row(id).eventId());
            Eventually.is("marked", SOON, () -> books.waitingEvents() == 0);
        }
    }

    /** From now on a deletion from the outbox waits for the end of this transaction. */
    private static void holdDeletions(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(
                    """
                    create or replace function hold() returns trigger language plpgsql as
                    'begin perform pg_advisory_xact_lock(4711); return old; end'
                    """);
            statement.execute(
                    """
                    create or replace trigger hold before delete on outbox
                    for each row execute function hold()
                    """);
        }
        holding(database, "select pg_advisory_xact_lock(4711)");
    }

    /** The sessions of the killed service end first, as when the server sees its client gone. */
    private static void releaseToNobody(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(
                    """
                    select pg_terminate_backend(pid, 20000) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()
                    """);
        }
        database.rollback();
    }

    private static void holding(Connection database, String lock) throws SQLException {
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute(lock);
        }
    }
}
