package vestibule.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vestibule.validation.Refusal;

/**
 * One transaction in one round trip. The statements are joined with {@code ;} into one prepared
 * text: PostgreSQL's driver sends them all before a single Sync, which makes them one implicit
 * transaction. Keep each text constant (values only as parameters): it is the key under which the
 * driver and the server keep the plan. Not thread-safe; good for one execution.
 */
public final class Commit {

    /**
     * The driver puts a Sync of its own after about 250 statements (its guard against a full
     * receive buffer), which would commit the first half. Beyond this many a transaction is opened.
     */
    static final int ONE_FLIGHT = 200;

    private static final Pattern UNMET = Pattern.compile("guard (\\d+) met \\d+ rows");

    private final List<Statement> statements = new ArrayList<>();
    private final List<Statement> last = new ArrayList<>();
    private final List<Refusal> guards = new ArrayList<>();

    /**
     * Adds one statement without a trailing semicolon. If it returns rows, then of numbers alone:
     * at a column of any length the driver syncs midway, and what went before is committed.
     */
    public Commit add(String sql, @Nullable Object... params) {
        statements.add(new Statement(sql, params, false));
        return this;
    }

    /**
     * Adds an insert, update or delete (without {@code returning}) that must touch exactly this
     * many rows. If it does not, the server undoes the whole commit, and {@link GuardFailed} is
     * thrown with what that means for the client.
     */
    public Commit expect(int rows, Refusal otherwise, String sql, @Nullable Object... params) {
        statements.add(new Statement(guarded(sql, rows, guards.size()), params, true));
        guards.add(otherwise);
        return this;
    }

    /**
     * Adds a statement that runs after all others, whatever is added later: rows whose sequence
     * number must follow the order in which concurrent commits took their row locks.
     */
    public Commit addLast(String sql, @Nullable Object... params) {
        last.add(new Statement(sql, params, false));
        return this;
    }

    /**
     * Sends everything; takes part in the caller's transaction if the connection is enlisted in
     * one. A failure means that nothing was kept, except a lost connection: then nobody knows.
     *
     * @return how many rows each statement touched, in the order of adding ({@link #addLast} last);
     *     -1 for a statement that only returns rows
     */
    public List<Integer> execute(DataSource database) throws SQLException {
        var all = Stream.concat(statements.stream(), last.stream()).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        try (var connection = database.getConnection()) {
            return all.size() > ONE_FLIGHT && connection.getAutoCommit()
                    ? inTransaction(connection, all)
                    : inOneFlight(connection, all);
        } catch (SQLException e) {
            throw unmet(e);
        }
    }

    private static List<Integer> inOneFlight(Connection connection, List<Statement> all)
            throws SQLException {
        var text = all.stream().map(Statement::sql).collect(Collectors.joining(";"));
        try (var prepared = connection.prepareStatement(text)) {
            int index = 1;
            for (var statement : all) {
                for (var param : statement.params) {
                    prepared.setObject(index++, param);
                }
            }
            prepared.execute();
            return counts(prepared, all);
        }
    }

    private static List<Integer> counts(PreparedStatement prepared, List<Statement> all)
            throws SQLException {
        var counts = new ArrayList<Integer>(all.size());
        for (var statement : all) {
            counts.add(statement.guarded ? only(prepared) : prepared.getUpdateCount());
            prepared.getMoreResults();
        }
        return List.copyOf(counts);
    }

    private static int only(PreparedStatement prepared) throws SQLException {
        try (var row = prepared.getResultSet()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static List<Integer> inTransaction(Connection connection, List<Statement> all)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            var counts = inOneFlight(connection, all);
            connection.commit();
            return counts;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** A cast that cannot succeed is the one way plain SQL can raise an error with a text in it. */
    private static String guarded(String sql, int rows, int index) {
        return """
        with touched as (%s returning 1) select case count(*) when %d then count(*) \
        else ('guard %d met ' || count(*) || ' rows')::bigint end from touched"""
                .formatted(sql, rows, index);
    }

    private SQLException unmet(SQLException e) {
        var message = e.getMessage();
        var guard = UNMET.matcher(message == null ? "" : message);
        if (guard.find()) {
            throw new GuardFailed(guards.get(Integer.parseInt(guard.group(1))), e);
        }
        return e;
    }

    /** A statement met another number of rows than expected: nothing of its commit was kept. */
    public static final class GuardFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        GuardFailed(Refusal refusal, SQLException cause) {
            super("a guard of the commit failed", cause);
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    private record Statement(String sql, List<@Nullable Object> params, boolean guarded) {

        Statement(String sql, @Nullable Object[] params, boolean guarded) {
            this(sql, Arrays.stream(params).map(Statement::typed).toList(), guarded);
        }

        Statement {
            if (sql.indexOf(';') >= 0) {
                throw new IllegalArgumentException("one statement at a time, no semicolon: " + sql);
            }
        }

        private static @Nullable Object typed(@Nullable Object param) {
            return param instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : param;
        }
    }
}
