package vestibule.intake.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vestibule.intake.event.Envelope;

/** Events that were told, read back from the rows that keep them, oldest first. */
@Singleton
class ToldEvents {

    /** Shorter than the server waits before it ends a deadlock: no upload is its victim. */
    private static final String PATIENCE = "set local lock_timeout = '200ms'";

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final UUID LOWEST = new UUID(0, 0);

    private final DataSource database;
    private final DocumentTable table;
    private final ToldRow row;

    ToldEvents(DataSource database, DocumentTable table, ToldRow row) {
        this.database = database;
        this.table = table;
        this.row = row;
    }

    /** Somebody else is changing a row of the page. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy(SQLException cause) {
            super("a document of the page is being changed", cause);
        }
    }

    long count(Told kind, ToldRange range) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(kind.count(table))) {
            statement.setObject(1, time(range.from()));
            statement.setObject(2, time(range.to()));
            statement.setString(3, range.tenant().orElse(null));
            try (var counted = statement.executeQuery()) {
                counted.next();
                return counted.getLong(1);
            }
        }
    }

    /**
     * The next so many after that one, within a transaction.
     *
     * @throws Busy when the transaction must be tried again
     */
    List<Envelope> page(Told kind, ToldRange range, Optional<Envelope> after, int limit) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(kind.page(table))) {
            bePatient(connection);
            statement.setObject(1, time(after.map(Envelope::time).orElse(range.from())));
            statement.setObject(2, after.map(Envelope::id).orElse(LOWEST));
            statement.setObject(3, time(range.to()));
            statement.setString(4, range.tenant().orElse(null));
            statement.setInt(5, limit);
            return read(kind, statement);
        } catch (SQLException failure) {
            if (LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
                throw new Busy(failure);
            }
            throw new IllegalStateException("the documents cannot be read", failure);
        }
    }

    private static void bePatient(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(PATIENCE);
        }
    }

    private List<Envelope> read(Told kind, PreparedStatement statement) throws SQLException {
        try (var found = statement.executeQuery()) {
            var events = new ArrayList<Envelope>();
            while (found.next()) {
                events.add(
                        switch (kind) {
                            case RECEIVED -> row.received(found);
                            case DELETED -> row.deleted(found);
                        });
            }
            return events;
        }
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
