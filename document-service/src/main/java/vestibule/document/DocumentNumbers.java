package vestibule.document;

import jakarta.inject.Singleton;
import java.sql.SQLException;
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

    private final DataSource database;
    private long next;
    private long end;

    DocumentNumbers(DataSource database) {
        this.database = database;
    }

    /** Asks the database once in {@value #BLOCK} times, and then blocks. */
    synchronized long next() {
        if (next == end) {
            next = block();
            end = next + BLOCK;
        }
        return next++;
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
