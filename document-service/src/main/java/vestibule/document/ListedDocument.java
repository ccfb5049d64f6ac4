package vestibule.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A document as it is listed, whether its bytes are here or still awaited. */
@Entity
@Immutable
@Table(name = "listed_document")
class ListedDocument {

    @Id long number;

    String tenant = "";

    @Column(name = "subject_id")
    String owner = "";

    @Column(name = "type_id")
    int typeId;

    String name = "";

    @Column(name = "media_type")
    @Nullable String mediaType;

    @Nullable Long size;
    @Nullable String sha256;
    String status = "";
    @Nullable String comment;

    @Column(name = "create_time")
    Instant createTime = Instant.EPOCH;

    @Column(name = "update_time")
    @Nullable Instant updateTime;

    DocumentRecord record() {
        return new DocumentRecord(
                number,
                typeId,
                name,
                content(),
                new DocumentRecord.Review(status, Optional.ofNullable(comment)),
                createTime,
                Optional.ofNullable(updateTime));
    }

    private Optional<DocumentRecord.Content> content() {
        return mediaType == null || size == null || sha256 == null
                ? Optional.empty()
                : Optional.of(new DocumentRecord.Content(mediaType, size, sha256));
    }
}
