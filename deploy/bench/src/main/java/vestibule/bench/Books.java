package vestibule.bench;

import java.net.URI;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What was answered must have happened: so many rows, so many events, and the object of the last
 * row holds what was sent. A fast wrong answer is worth nothing.
 */
final class Books implements AutoCloseable {

    private static final Duration EVENTS_WITHIN = Duration.ofSeconds(60);

    private final Connection database;
    private final Events events;
    private final RawStore store;
    private final String table;
    private final Instant opened = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final long rowsBefore;
    private final long eventsBefore;

    Books(BenchStack stack, RawStore store, Service service) throws Exception {
        this.database = database(stack, service);
        this.events = new Events(stack);
        this.store = store;
        this.table = service.table();
        awaitPublished();
        this.rowsBefore = rows();
        this.eventsBefore = events.written();
    }

    /** The url of {@code ./vestibule env} carries its user before the host, as libpq wants it. */
    static Connection database(BenchStack stack, Service service) throws SQLException {
        var url = URI.create(stack.of("PG_URL_" + service.name()));
        var user = url.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d%s".formatted(url.getHost(), url.getPort(), url.getPath()),
                user[0],
                user[1]);
    }

    /** Waits for the events, and empties the store for the next measure. */
    void balance(long documents, byte[] content) throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256").digest(content);
        same("rows", documents, rows() - rowsBefore);
        requireStored(sha256);
        awaitPublished();
        same("events", documents, events.written() - eventsBefore);
        store.empty(keys());
    }

    private void awaitPublished() throws Exception {
        var until = System.nanoTime() + EVENTS_WITHIN.toNanos();
        while (number("select count(*) from outbox") > 0 && System.nanoTime() < until) {
            Thread.sleep(20);
        }
    }

    private void requireStored(byte[] sha256) throws Exception {
        var last =
                "select object_key from %s where sha256 = ? order by created_at desc limit 1"
                        .formatted(table);
        try (var query = database.prepareStatement(last)) {
            query.setString(1, HexFormat.of().formatHex(sha256));
            try (var row = query.executeQuery()) {
                if (!row.next() || !Arrays.equals(sha256, store.sha256(row.getString(1)))) {
                    throw new IllegalStateException("what is stored is not what was sent");
                }
            }
        }
    }

    private List<String> keys() throws SQLException {
        var since = "select object_key from %s where created_at >= ?".formatted(table);
        try (var query = database.prepareStatement(since)) {
            query.setObject(1, opened.atOffset(ZoneOffset.UTC));
            try (var row = query.executeQuery()) {
                var keys = new ArrayList<String>();
                while (row.next()) {
                    keys.add(row.getString(1));
                }
                return keys;
            }
        }
    }

    private static void same(String what, long expected, long found) {
        if (found != expected) {
            throw new IllegalStateException(
                    "%d %s for %d documents".formatted(found, what, expected));
        }
    }

    private long rows() throws SQLException {
        return number("select count(*) from " + table);
    }

    private long number(String sql) throws SQLException {
        try (var query = database.prepareStatement(sql);
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        events.close();
        database.close();
    }
}
