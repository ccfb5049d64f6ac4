package vestibule.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.validation.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommitTest {

    private static final String INSERT = "insert into note (text) values (?)";
    private static final String RENAME = "update note set text = ? where text = ?";

    private static final Refusal GONE = new Refusal.NotFound();
    private static final Refusal HELD = new Refusal.Held();

    private final TestDatabase database = new TestDatabase();

    @BeforeEach
    void createTable() {
        database.execute(
                "create table note (id bigint generated always as identity, text text unique,"
                        + " tx xid8 default pg_current_xact_id())");
    }

    @AfterEach
    void dropTable() {
        database.close();
    }

    @Nested
    class Keeps_all_or_nothing {

        @Test
        void all_statements_are_one_transaction() throws SQLException {
            new Commit().add(INSERT, "a").add(INSERT, "b").execute(database.pool());

            assertThat(database.ask("select count(distinct tx) || ' of ' || count(*) from note"))
                    .containsExactly("1 of 2");
        }

        @Test
        void a_failure_of_the_last_undoes_the_first() {
            var commit = new Commit().add(INSERT, "a").add(INSERT, "b").add(INSERT, "a");

            assertThatThrownBy(() -> commit.execute(database.pool()))
                    .isInstanceOf(SQLException.class);
            assertThat(notes()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {100, 200, 201, 255, 256, 257, 1000})
        void however_many_they_are(int statements) {
            var commit = new Commit();
            for (int i = 0; i < statements; i++) {
                commit.add(INSERT, "note " + i);
            }
            commit.add(INSERT, "note 0");

            assertThatThrownBy(() -> commit.execute(database.pool()))
                    .isInstanceOf(SQLException.class);
            assertThat(notes()).isEmpty();
        }

        @Test
        void within_the_transaction_the_connection_is_enlisted_in() throws SQLException {
            try (var connection = database.pool().getConnection()) {
                connection.setAutoCommit(false);
                new Commit().add(INSERT, "a").add(INSERT, "b").execute(enlisted(connection));
                connection.rollback();
            }

            assertThat(notes()).isEmpty();
        }

        @Test
        void and_leaves_the_connection_as_it_was() throws SQLException {
            var many = new Commit();
            for (int i = 0; i <= Commit.ONE_FLIGHT; i++) {
                many.add(INSERT, "note " + i);
            }
            try (var connection = database.pool().getConnection()) {
                many.execute(enlisted(connection));

                assertThat(connection.getAutoCommit()).isTrue();
            }
        }
    }

    @Nested
    class Guards {

        @Test
        void undo_everything_when_another_number_of_rows_is_met() {
            var commit =
                    new Commit()
                            .add(INSERT, "a")
                            .expect(1, GONE, RENAME, "x", "nobody")
                            .add(INSERT, "b");

            assertThatThrownBy(() -> commit.execute(database.pool()))
                    .isInstanceOf(Commit.GuardFailed.class)
                    .hasMessage("a guard of the commit failed");
            assertThat(notes()).isEmpty();
        }

        @Test
        void say_what_the_one_that_failed_means_for_the_client() {
            var commit =
                    new Commit()
                            .add(INSERT, "a")
                            .expect(1, GONE, RENAME, "b", "a")
                            .expect(0, HELD, "delete from note where text = ?", "b");

            var failure =
                    catchThrowableOfType(
                            Commit.GuardFailed.class, () -> commit.execute(database.pool()));

            assertThat(failure.refusal()).isEqualTo(HELD);
        }

        @Test
        void let_the_expected_pass() throws SQLException {
            new Commit()
                    .add(INSERT, "a")
                    .expect(1, GONE, RENAME, "b", "a")
                    .execute(database.pool());

            assertThat(notes()).containsExactly("b");
        }

        @Test
        void hold_for_an_insert_that_meets_a_conflict() throws SQLException {
            new Commit().add(INSERT, "a").execute(database.pool());
            var again = new Commit().expect(1, GONE, INSERT + " on conflict do nothing", "a");

            assertThatThrownBy(() -> again.execute(database.pool()))
                    .isInstanceOf(Commit.GuardFailed.class);
        }
    }

    @Test
    void counts_the_rows_of_each_statement_in_the_order_of_adding() throws SQLException {
        new Commit().add(INSERT, "a").add(INSERT, "b").execute(database.pool());

        var counts =
                new Commit()
                        .addLast("delete from note")
                        .add("update note set text = text || '!'")
                        .expect(1, GONE, RENAME, "c", "a!")
                        .add(INSERT, "d")
                        .execute(database.pool());

        assertThat(counts).containsExactly(2, 1, 1, 3);
    }

    @Test
    void runs_what_must_come_last_after_all_others() throws SQLException {
        new Commit()
                .addLast(INSERT, "second")
                .add(INSERT, "first")
                .addLast(INSERT, "third")
                .execute(database.pool());

        assertThat(database.ask("select text from note order by id"))
                .containsExactly("first", "second", "third");
    }

    @Test
    void takes_ids_times_and_nulls() throws SQLException {
        var id = UUID.randomUUID();
        var time = Instant.parse("2026-11-20T11:00:00.123Z");
        database.execute("create table typed (id uuid, at timestamptz, none text)");

        new Commit()
                .add("insert into typed values (?, ?, ?)", id, time, null)
                .execute(database.pool());

        assertThat(database.ask("select concat(id, ' ', extract(epoch from at), none) from typed"))
                .containsExactly(id + " 1795172400.123000");
    }

    @Test
    void takes_one_round_trip_with_and_without_a_guard() throws SQLException {
        try (var pool = database.pool("&socketFactory=vestibule.intake.RoundTrips");
                var connection = pool.getConnection()) {
            // The first uses are parsed anew, later ones have a plan on the server: both count.
            for (int i = 0; i < 10; i++) {
                int before = RoundTrips.COUNT.get();
                new Commit()
                        .add(INSERT, "a" + i)
                        .addLast(INSERT, "b" + i)
                        .expect(1, GONE, RENAME, "c" + i, "a" + i)
                        .execute(enlisted(connection));

                assertThat(RoundTrips.COUNT.get() - before).isEqualTo(1);
            }
        }
    }

    @Test
    void keeps_its_plan_on_the_server() throws SQLException {
        try (var connection = database.pool().getConnection()) {
            for (int i = 0; i < 10; i++) {
                new Commit()
                        .add(INSERT, "a" + i)
                        .add(INSERT, "b" + i)
                        .execute(enlisted(connection));
            }
            try (var rows =
                    connection
                            .createStatement()
                            .executeQuery(
                                    "select sum(generic_plans + custom_plans) from"
                                            + " pg_prepared_statements where statement like 'insert%'")) {
                rows.next();
                assertThat(rows.getInt(1)).isGreaterThanOrEqualTo(10);
            }
        }
    }

    @Test
    void refuses_two_statements_in_one() {
        assertThatThrownBy(() -> new Commit().add("delete from note; delete from note"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> notes() {
        return database.ask("select text from note order by id");
    }

    /** What a pool gives within a JTA transaction: the same connection, not closed by its users. */
    private static DataSource enlisted(Connection connection) {
        var shared =
                Proxy.newProxyInstance(
                        CommitTest.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("close")
                                        ? null
                                        : method.invoke(connection, arguments));
        return (DataSource)
                Proxy.newProxyInstance(
                        CommitTest.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> shared);
    }
}
