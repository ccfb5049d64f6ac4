package vestibule.intake.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vestibule.intake.Eventually;
import vestibule.intake.Stack;

/** What the service has written: rows, objects, outbox rows. Every test begins with none. */
public final class Kept implements BeforeEachCallback {

    /** More than the sweep takes, which forgets what the store refused to forget at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How the store of the tests calls the parts of an object that is not complete. */
    private static final String UNFINISHED = ".mpus-";

    /** A connection costs more than what is asked through it. */
    private static final Map<String, Connection> OPEN = new ConcurrentHashMap<>();

    private final String database;
    private final List<String> tables;
    private long outboxBefore;

    /**
     * @param database that of the service
     * @param tables its own tables, in an order in which they can be emptied; the first one is that
     *     of its documents
     */
    public Kept(String database, String... tables) {
        this.database = database;
        this.tables = List.of(tables);
    }

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        tables.forEach(table -> update("delete from " + table));
        update("delete from idempotency_key");
        eventually(() -> assertThat(number("select count(*) from outbox")).isZero());
        for (var object : objects()) {
            // The service itself still forgets what the test before left unfinished.
            if (!isOfUnfinished(object)) {
                Files.deleteIfExists(object);
            }
        }
        outboxBefore = outboxSequence();
    }

    /** Parts, and the mark beside the tenants' folders without which the store aborts nothing. */
    private static boolean isOfUnfinished(Path object) {
        return object.toString().contains(UNFINISHED)
                || Stack.running().s3().bucketDirectory().equals(object.getParent());
    }

    /** What a test wrote on its way to its point. */
    public void forgetEvents() {
        outboxBefore = outboxSequence();
    }

    public long rows() {
        return number("select count(*) from " + tables.getFirst() + " where deleted_at is null");
    }

    /** Outbox rows written since the test began, delivered or not. */
    public long events() {
        return outboxSequence() - outboxBefore;
    }

    /**
     * The files of the store, those of unfinished objects included, but not the mark that says
     * whose they are.
     */
    public List<Path> objects() {
        try (var files = Files.walk(Stack.running().s3().bucketDirectory())) {
            return files.filter(Files::isRegularFile).filter(Kept::isOfClient).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfClient(Path object) {
        return !object.endsWith(".owner");
    }

    /** No row, no event, and no object as soon as what was on its way to the store is forgotten. */
    public void nothing() {
        exactly(0);
    }

    public void exactly(int files) {
        assertThat(rows()).as("rows").isEqualTo(files);
        assertThat(events()).as("outbox rows").isEqualTo(files);
        eventually(() -> assertThat(objects()).as("objects").hasSize(files));
    }

    public static void eventually(ThrowingCallable assertion) {
        try {
            Eventually.eventually(PATIENCE, assertion);
        } catch (Throwable failure) {
            throw failure instanceof Error error ? error : new AssertionError(failure);
        }
    }

    public void update(String sql, Object... params) {
        try (var statement = open().prepareStatement(sql)) {
            for (int i = 0; i < params.length; i++) {
                statement.setObject(i + 1, params[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something while a transaction holds the locks that this statement takes. */
    public void holding(String sql, ThrowingCallable meanwhile) throws Throwable {
        inTransaction(sql, meanwhile, Connection::rollback);
    }

    /** Does something before the transaction of this statement is committed. */
    public void committing(String sql, ThrowingCallable before) throws Throwable {
        inTransaction(sql, before, Connection::commit);
    }

    private interface End {
        void of(Connection connection) throws SQLException;
    }

    private void inTransaction(String sql, ThrowingCallable meanwhile, End end) throws Throwable {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            meanwhile.call();
            end.of(connection);
        }
    }

    /** The row's columns as text, in the order of the query. */
    public List<String> row(String sql) {
        try (var statement = open().createStatement();
                var rows = statement.executeQuery(sql)) {
            var row = new ArrayList<String>();
            rows.next();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                row.add(rows.getString(i));
            }
            return row;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long number(String sql) {
        return Long.parseLong(row(sql).getFirst());
    }

    /** The identity column counts on, whatever is deleted. */
    private long outboxSequence() {
        return number("select case when is_called then last_value else 0 end from outbox_seq_seq");
    }

    private Connection open() throws SQLException {
        var known = OPEN.get(database);
        if (known != null && known.isValid(1)) {
            return known;
        }
        var opened = connect();
        OPEN.put(database, opened);
        return opened;
    }

    private Connection connect() throws SQLException {
        var postgres = Stack.running().postgres();
        return DriverManager.getConnection(
                postgres.jdbcUrl(database), postgres.user(database), postgres.password(database));
    }
}
