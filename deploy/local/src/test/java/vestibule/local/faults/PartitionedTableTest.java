package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/scaling.md has an operator do to a table that grows by millions a day. */
@Timeout(180)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartitionedTableTest {

    private static final Path SCRIPT =
            Path.of(System.getProperty("vestibule.root", "../.."))
                    .resolve("docs/partition-by-month.sql");

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MORE = 20;

    private final Books books = Stage.books();

    @Test
    void a_table_is_partitioned_under_load_and_nothing_is_lost_or_refused() throws Exception {
        try (var server = Stage.fileServer(Stage.SWEEPING_SOON);
                var load = new Load(Vendor.FILE, server)) {
            load.begin(2);
            awaitMore(load);

            execute(Files.readString(SCRIPT));
            execute("call partition_by_month('file', now() + interval '3 seconds')");
            awaitMore(load);
            Eventually.is("the next one fills", SOON, () -> rowsAfterTheCut() > MORE);
            execute("call add_months('file', date_trunc('month', now()) + interval '1 month', 14)");
            load.end();
            assertThat(number("select count(*) from file_later")).isZero();

            assertThat(load.failed()).isZero();
            load.awaitTold();
            try (var events = new Events(Stage.stack())) {
                assertThat(load.tally(events.all()).clean()).isTrue();
            }
        }
    }

    private static void awaitMore(Load load) {
        var before = load.acknowledged();
        Eventually.is("uploads", SOON, () -> load.acknowledged() > before + MORE);
    }

    /** As media-service's and document-service's. */
    @Test
    void a_table_that_cannot_be_partitioned_is_left_as_it_was() throws Exception {
        execute(Files.readString(SCRIPT));
        execute("create table media (id uuid primary key)");
        execute("create table document (id uuid primary key, number bigint unique)");

        isRefused("media", "media is not known to have ids in the order of time");
        isRefused("document", "document has a key that partitions cannot keep");

        execute("drop table media, document");
    }

    private void isRefused(String table, String reason) throws SQLException {
        assertThatThrownBy(
                        () ->
                                execute(
                                        "call partition_by_month('%s', now() + interval '1 day')"
                                                .formatted(table)))
                .hasMessageContaining(reason);
        assertThat(
                        number(
                                "select count(*) from pg_constraint where conname = '%s_before'"
                                        .formatted(table)))
                .isZero();
    }

    private long rowsAfterTheCut() throws SQLException {
        return number("select (select count(*) from file) - (select count(*) from file_before)");
    }

    private long number(String sql) throws SQLException {
        try (var connection = books.database();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = books.database();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
