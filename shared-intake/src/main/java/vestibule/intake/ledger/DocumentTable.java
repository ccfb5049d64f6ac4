package vestibule.intake.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vestibule.intake.event.Subject;

/**
 * The table that one service keeps its documents in: the common columns, which its migration must
 * have, and its own. Each service has one bean of this.
 *
 * @param subjects whom or what {@code subject_id} names
 * @param own the service's own columns, in the order in which their values are given
 * @param personal those of them that are emptied when a document is struck out; texts
 * @param heldSubjects a query for the ids of those of whose documents none may be struck out
 */
public record DocumentTable(
        String name,
        Subject.Kind subjects,
        List<String> own,
        List<String> personal,
        Optional<String> heldSubjects) {

    private static final List<String> COMMON =
            List.of(
                    "id",
                    "tenant",
                    "subject_id",
                    "batch_id",
                    "category",
                    "document_type",
                    "side",
                    "vendor_type",
                    "vendor",
                    "media_type",
                    "size",
                    "sha256",
                    "width",
                    "height",
                    "encrypted",
                    "active_content",
                    "scan",
                    "object_key",
                    "event_id",
                    "event_time",
                    "created_at",
                    "traceparent",
                    "retain_until");

    public DocumentTable {
        own = List.copyOf(own);
        personal = List.copyOf(personal);
    }

    /** Where nothing but a document itself is held. */
    public DocumentTable(
            String name, Subject.Kind subjects, List<String> own, List<String> personal) {
        this(name, subjects, own, personal, Optional.empty());
    }

    /** The same table, where a hold on whom or what the ids are of holds its documents too. */
    public DocumentTable heldWith(String subjectIds) {
        return new DocumentTable(name, subjects, own, personal, Optional.of(subjectIds));
    }

    /** The condition under which a row may not be struck out. */
    String hold() {
        return heldSubjects.map(ids -> "held or subject_id in (" + ids + ")").orElse("held");
    }

    /** The values in the order of {@link #COMMON}, then of {@link #own}. */
    String insert() {
        var columns = new ArrayList<>(COMMON);
        columns.addAll(own);
        return "insert into %s (%s) values (%s)"
                .formatted(
                        name,
                        String.join(", ", columns),
                        String.join(", ", Collections.nCopies(columns.size(), "?")));
    }

    /**
     * Empties the row and says when and why ({@code ?, ?, ?}) and by which event ({@code ?, ?}) of
     * that with the id {@code ?}, unless it is gone already or held.
     */
    String erase() {
        var emptied = new StringBuilder("sha256 = ''");
        personal.forEach(column -> emptied.append(", ").append(column).append(" = ''"));
        return """
        update %s set %s, deleted_at = ?, deletion_reason = ?, replaced_by = ?, \
        deleted_event_id = ?, deleted_event_time = ? \
        where id = ? and deleted_at is null and not held"""
                .formatted(name, emptied);
    }

    /** Which keys of the documents with the ids {@code ?} are in use. */
    String claimed() {
        return "select object_key from %s where id = any (?) and deleted_at is null"
                .formatted(name);
    }
}
