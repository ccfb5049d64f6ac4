package vestibule.intake.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vestibule.intake.IntakeConfig;
import vestibule.intake.ServiceName;
import vestibule.intake.event.Category;
import vestibule.intake.event.Classification;
import vestibule.intake.event.Content;
import vestibule.intake.event.DeletionReason;
import vestibule.intake.event.DocumentDeleted;
import vestibule.intake.event.DocumentReceived;
import vestibule.intake.event.DocumentType;
import vestibule.intake.event.Envelope;
import vestibule.intake.event.Facts;
import vestibule.intake.event.ObjectReference;
import vestibule.intake.event.Scan;
import vestibule.intake.event.Side;
import vestibule.intake.event.Subject;
import vestibule.intake.storage.StoreConfig;

/** A document's row, read as the events that were told of it: byte for byte as they were. */
@Singleton
class ToldRow {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> VENDOR = new TypeReference<>() {};

    private final ServiceName service;
    private final Subject.Kind subjects;
    private final String bucket;

    ToldRow(IntakeConfig service, DocumentTable table, StoreConfig store) {
        this.service = service.service();
        this.subjects = table.subjects();
        this.bucket = store.bucket();
    }

    Envelope received(ResultSet row) throws SQLException {
        var event =
                new DocumentReceived(
                        id(row, "id"),
                        service,
                        row.getString("tenant"),
                        subject(row),
                        id(row, "batch_id"),
                        classification(row),
                        new Content(
                                row.getString("media_type"),
                                row.getLong("size"),
                                row.getString("sha256")),
                        facts(row),
                        vendor(row),
                        new ObjectReference(bucket, row.getString("object_key"), Optional.empty()),
                        time(row, "created_at"));
        var traceparent = Optional.ofNullable(row.getString("traceparent"));
        return new Envelope(id(row, "event_id"), time(row, "event_time"), event, traceparent);
    }

    Envelope deleted(ResultSet row) throws SQLException {
        var event =
                new DocumentDeleted(
                        id(row, "id"),
                        service,
                        row.getString("tenant"),
                        subject(row),
                        word(DeletionReason.class, row.getString("deletion_reason")),
                        optional(row, "replaced_by", UUID.class),
                        time(row, "deleted_at"));
        return new Envelope(
                id(row, "deleted_event_id"),
                time(row, "deleted_event_time"),
                event,
                Optional.empty());
    }

    private Subject subject(ResultSet row) throws SQLException {
        return new Subject(subjects, Optional.ofNullable(row.getString("subject_id")));
    }

    private static Classification classification(ResultSet row) throws SQLException {
        return new Classification(
                word(Category.class, row.getString("category")),
                word(DocumentType.class, row.getString("document_type")),
                word(Side.class, row.getString("side")),
                row.getString("vendor_type"));
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                number(row, "width"),
                number(row, "height"),
                OptionalInt.empty(),
                optional(row, "encrypted", Boolean.class),
                optional(row, "active_content", Boolean.class),
                word(Scan.class, row.getString("scan")));
    }

    private static Map<String, Object> vendor(ResultSet row) throws SQLException {
        try {
            return JSON.readValue(row.getString("vendor"), VENDOR);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("no vendor facts in " + id(row, "id"), notOurs);
        }
    }

    /** The constant that is written as this word. */
    private static <E extends Enum<E>> E word(Class<E> vocabulary, String word) {
        return Enum.valueOf(vocabulary, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <T> Optional<T> optional(ResultSet row, String column, Class<T> type)
            throws SQLException {
        @Nullable T value = row.getObject(column, type);
        return Optional.ofNullable(value);
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        return optional(row, column, Long.class).stream().mapToLong(Long::longValue).findFirst();
    }
}
