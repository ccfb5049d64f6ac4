package vestibule.document;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import vestibule.intake.CommitFailed;

/**
 * The numbers that clients call documents by: taken from the database in blocks, so that an upload
 * need not ask for its own. Those of a block that a restart leaves over are never used.
 */
@Singleton
class DocumentNumbers {

    /** By so much the sequence grows (see its migration). */
    private static final int BLOCK = 50;

    /** A commit has 5 s all told; one call of the database that hangs takes 3 of them. */
    private static final long PATIENCE_MILLIS = 1500;

    private final DataSource database;
    private final ReentrantLock turn = new ReentrantLock();
    private long next;
    private long end;

    DocumentNumbers(DataSource database) {
        this.database = database;
    }

    /**
     * Asks the database once in {@value #BLOCK} times, and then blocks; whoever comes meanwhile
     * waits for that answer, but not for one attempt after the other.
     */
    long next() {
        takeTurn();
        try {
            if (next == end) {
                next = block();
                end = next + BLOCK;
            }
            return next++;
        } finally {
            turn.unlock();
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new CommitFailed(new SQLTimeoutException("no block of numbers in time"));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CommitFailed(new SQLTimeoutException(stopping));
        }
    }

    private long block() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select nextval('document_numbers')")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new CommitFailed(failure);
        }
    }
}
