package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

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
            load.end();

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

    private int rowsAfterTheCut() throws SQLException {
        try (var connection = books.database();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select (select count(*) from file)"
                                                + " - (select count(*) from file_before)")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = books.database();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
