package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vestibule.local.faults.Request.Field;

/** {@code kill -9} at the two moments that matter; locks in the database make them last. */
@Timeout(240)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledServiceTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** More than one part of a multipart upload. */
    private static final int SIZE = 9_000_000;

    private Books books = Stage.books();
    private Optional<PackagedService> running = Optional.empty();

    private PackagedService start(Vendor vendor) {
        books = Stage.books(vendor);
        var server = Stage.start(vendor, Stage.SWEEPING_SOON);
        running = Optional.of(server);
        return server;
    }

    @AfterEach
    void stop() {
        running.ifPresent(PackagedService::close);
    }

    @Test
    void between_object_and_commit_neither_row_nor_event_nor_object_is_left() throws Exception {
        leavesNothingBetweenObjectAndCommit(Vendor.FILE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FILE")
    @Tag("long")
    void the_same_of_every_other_service(Vendor vendor) throws Exception {
        leavesNothingBetweenObjectAndCommit(vendor);
    }

    private void leavesNothingBetweenObjectAndCommit(Vendor vendor) throws Exception {
        var server = start(vendor);
        var upload = upload(server, vendor);
        var rows = books.rows();
        var objects = books.objects();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor();
                var database = books.database()) {
            holding(database, "lock table outbox in access exclusive mode");
            var answer = clients.submit(() -> server.client().send(upload));
            awaitObjectBeside(objects);
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
    @Tag("long")
    void between_two_papers_of_a_set_nothing_of_the_set_is_left() throws Exception {
        var server = start(Vendor.DDQ);
        var first = new Field("files", "front.png", new Paper(SIZE, System.nanoTime()).bytes());
        var second = new Field("files", "back.png", new Paper(SIZE, System.nanoTime()).bytes());
        var set = Vendor.set(Vendor.DDQ.newSubject(server.client()), first, second);
        var rows = books.rows();
        var objects = books.objects();

        assertThatThrownBy(
                        () ->
                                server.client()
                                        .send(
                                                set,
                                                set.body().length - SIZE / 2,
                                                () -> {
                                                    awaitFirstPaper();
                                                    server.kill();
                                                }))
                .isInstanceOf(IOException.class);
        server.restart();

        assertThat(books.rows()).isEqualTo(rows);
        assertThat(books.waitingEvents()).isZero();
        Eventually.is("swept", SOON, () -> objects.containsAll(books.objects()));
        Eventually.is("no part is left", SOON, () -> books.parts().isEmpty());
    }

    /** Its first part: objects are completed together, once the whole set is sound. */
    private void awaitFirstPaper() {
        Eventually.is("first paper", SOON, () -> !books.parts().isEmpty());
    }

    private void awaitObjectBeside(Set<String> before) {
        Eventually.is("object", SOON, () -> books.objects().size() > before.size());
    }

    @Test
    void between_Kafka_and_the_mark_the_event_comes_again_with_the_same_id() throws Exception {
        tellsAgainWithTheSameId(Vendor.FILE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FILE")
    @Tag("long")
    void every_other_service_tells_it_again_too(Vendor vendor) throws Exception {
        tellsAgainWithTheSameId(vendor);
    }

    private void tellsAgainWithTheSameId(Vendor vendor) throws Exception {
        var server = start(vendor);
        var upload = upload(server, vendor);
        var before = books.rows().keySet();
        try (var events = new Events(Stage.stack());
                var database = books.database()) {
            holdDeletions(database);
            assertThat(server.client().send(upload).status()).isBetween(200, 202);
            var id = rowBeside(before);
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

    private static Request upload(PackagedService server, Vendor vendor) throws Exception {
        var paper = new Paper(SIZE, System.nanoTime());
        return vendor.upload(vendor.newSubject(server.client()), paper);
    }

    private String rowBeside(Set<String> before) throws SQLException {
        return books.rows().keySet().stream()
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
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
