package vestibule.intake.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgConnection;

/**
 * The one database session that may publish: it holds the table's advisory lock, and everything the
 * relay reads or deletes goes through it. A lost session is a lost lock, and the next call fails.
 * Needs a real session: not a pooler that shares them between transactions.
 */
final class OutboxSession implements AutoCloseable {

    /** Keep-alives let the server drop the lock of a vanished host in 25 s, not in two hours. */
    private static final String LOCK =
            "select pg_try_advisory_lock('outbox'::regclass::oid::bigint),"
                    + " set_config('tcp_keepalives_idle', '10', false),"
                    + " set_config('tcp_keepalives_interval', '5', false),"
                    + " set_config('tcp_keepalives_count', '3', false)";

    private static final String UNLOCK =
            "select pg_advisory_unlock('outbox'::regclass::oid::bigint)";
    private static final String READ =
            "select seq, topic, record_key, headers, data, replayed from outbox"
                    + " order by seq limit ?";

    /** By number, not "up to": a transaction that began earlier may commit a lower one later. */
    private static final String DELETE = "delete from outbox where seq = any (?)";

    /** What waits is counted up to here: asked every few seconds, it must not cost more. */
    static final int COUNTED = 100_000;

    private static final String BACKLOG =
            "select count(*), (select written_at from outbox order by seq limit 1)"
                    + " from (select from outbox order by seq limit "
                    + COUNTED
                    + ") as first";

    /** Shorter than what the keep-alives take: the old relay stops before the next one starts. */
    private static final int NETWORK_TIMEOUT_MILLIS = 10_000;

    private final Connection connection;
    private final int usualTimeout;

    private OutboxSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.usualTimeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
    }

    /** Takes the lock, or nothing if another relay holds it. */
    static Optional<OutboxSession> take(DataSource database) throws SQLException {
        var connection = database.getConnection();
        try {
            var session = new OutboxSession(connection);
            if (session.lock()) {
                return Optional.of(session);
            }
            session.giveBack();
            return Optional.empty();
        } catch (SQLException e) {
            abort(connection);
            throw e;
        }
    }

    List<OutboxRow> read(int limit) throws SQLException {
        try (var statement = connection.prepareStatement(READ)) {
            statement.setInt(1, limit);
            try (var found = statement.executeQuery()) {
                var rows = new ArrayList<OutboxRow>();
                while (found.next()) {
                    rows.add(
                            new OutboxRow(
                                    found.getLong(1),
                                    found.getString(2),
                                    found.getString(3),
                                    found.getString(4),
                                    found.getString(5),
                                    found.getBoolean(6)));
                }
                return rows;
            }
        }
    }

    void delete(List<OutboxRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(DELETE)) {
            statement.setObject(1, rows.stream().mapToLong(OutboxRow::seq).toArray());
            statement.executeUpdate();
        }
    }

    /** Fails if the session, and with it the lock, is lost. */
    void ping() throws SQLException {
        ping(connection);
    }

    private static void ping(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    Backlog backlog() throws SQLException {
        try (var statement = connection.prepareStatement(BACKLOG);
                var row = statement.executeQuery()) {
            row.next();
            var oldest = Optional.ofNullable(row.getObject(2, OffsetDateTime.class));
            return new Backlog(row.getLong(1), oldest.map(OffsetDateTime::toInstant));
        }
    }

    /** Gives the lock back with the connection, which must not take it along into its pool. */
    @Override
    public void close() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(UNLOCK);
        } catch (SQLException e) {
            abort(connection);
            return;
        }
        giveBack();
    }

    private void giveBack() throws SQLException {
        try (connection) {
            connection.setNetworkTimeout(Runnable::run, usualTimeout);
        }
    }

    private boolean lock() throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(LOCK)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    /**
     * Ends the session for good. The driver does it, because the pool's own abort only lets go of a
     * connection that stays open; the pool learns of it by the failure of the next statement.
     */
    private static void abort(Connection connection) throws SQLException {
        try (connection) {
            connection.unwrap(PgConnection.class).abort(Runnable::run);
            ping(connection);
        } catch (SQLException gone) {
            // As intended.
        }
    }

    /**
     * What waits.
     *
     * @param pending at most {@link #COUNTED}
     * @param oldest when the first of it was written
     */
    record Backlog(long pending, Optional<Instant> oldest) {}
}
