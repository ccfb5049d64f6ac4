package vestibule.intake.ledger;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vestibule.intake.Commit;
import vestibule.validation.Refusal;

/** The rows of documents that are not gone, as whoever strikes them out needs them. */
@Singleton
class StandingDocuments {

    private static final String SELECT =
            "select id, tenant, subject_id, object_key, (%2$s) as under_hold from %1$s"
                    + " where deleted_at is null and ";

    private static final String EXPIRED =
            "retain_until <= ? and not (%2$s) order by retain_until limit ?"
                    + " for update skip locked";

    private static final String ONE = "tenant = ? and id = ?";
    private static final String OF_SUBJECT = "tenant = ? and subject_id = ? order by id";

    /** Changes nothing, but says how many there are. */
    private static final String NONE_OTHER =
            "update %1$s set deleted_at = null"
                    + " where tenant = ? and subject_id = ? and deleted_at is null and not (%2$s)";

    private final DataSource database;
    private final String expired;
    private final String one;
    private final String ofSubject;
    private final String noneOther;
    private final Optional<String> heldSubject;

    StandingDocuments(DataSource database, DocumentTable table) {
        this.database = database;
        this.expired = (SELECT + EXPIRED).formatted(table.name(), table.hold());
        this.one = (SELECT + ONE).formatted(table.name(), table.hold());
        this.ofSubject = (SELECT + OF_SUBJECT).formatted(table.name(), table.hold());
        this.noneOther = NONE_OTHER.formatted(table.name(), table.hold());
        this.heldSubject = table.heldSubjects().map("select 1 where ? in (%s)"::formatted);
    }

    /** Those whose time was over then and that are not held; nobody else gets them meanwhile. */
    List<StoredDocument> expired(Instant now, int limit) {
        return read(expired, now.atOffset(ZoneOffset.UTC), limit);
    }

    /** That one, or nothing. */
    List<StoredDocument> one(String tenant, UUID id) {
        return read(one, tenant, id);
    }

    List<StoredDocument> ofSubject(String tenant, String subject) {
        return read(ofSubject, tenant, subject);
    }

    /** Adds that these are all of the subject's, and none of them held: else nothing is kept. */
    void requireAll(Commit commit, int count, String tenant, String subject) {
        commit.expect(count, new Refusal.Held(), noneOther, tenant, subject);
    }

    /** Whether the subject itself is held, with documents or without. */
    boolean holds(String subject) {
        return heldSubject.filter(query -> finds(query, subject)).isPresent();
    }

    private boolean finds(String query, String value) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the hold cannot be read", failure);
        }
    }

    private List<StoredDocument> read(String query, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<StoredDocument>();
                while (rows.next()) {
                    found.add(document(rows));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the documents cannot be read", failure);
        }
    }

    private static StoredDocument document(ResultSet row) throws SQLException {
        var document = new StoredDocument();
        document.id = row.getObject("id", UUID.class);
        document.tenant = row.getString("tenant");
        document.subjectId = row.getString("subject_id");
        document.objectKey = row.getString("object_key");
        document.held = row.getBoolean("under_hold");
        return document;
    }
}
