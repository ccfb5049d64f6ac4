package vestibule.intake.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a document's row that its service reads back; each service has one entity with its
 * own columns beside them. Rows are written by the {@link Register} alone.
 */
@MappedSuperclass
public class StoredDocument {

    @Id public UUID id = new UUID(0, 0);

    /** The client of {@code access.yaml} that the document belongs to. */
    public String tenant = "";

    @Column(name = "subject_id")
    @Nullable String subjectId;

    @Column(name = "vendor_type")
    public String vendorType = "";

    /** As sniffed, canonical. */
    @Column(name = "media_type")
    public String mediaType = "";

    /** Bytes. */
    public long size;

    /** Lower-case hex; emptied when the document is struck out. */
    public String sha256 = "";

    @Column(name = "object_key")
    public String objectKey = "";

    @Column(name = "created_at")
    public Instant createdAt = Instant.EPOCH;

    /** Set by the operator, never through an API: the document can be neither replaced nor gone. */
    public boolean held;

    @Column(name = "deleted_at")
    public @Nullable Instant deletedAt;

    /** The caller's own reference to whom or what the document belongs. */
    public Optional<String> subject() {
        return Optional.ofNullable(subjectId);
    }
}
