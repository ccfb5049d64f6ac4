package vestibule.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row of one file, as the companions read it; the upload writes it with {@link FileLedger#add}.
 */
@Entity
@Table(name = "file")
class StoredFile {

    @Id UUID id = new UUID(0, 0);

    String client = "";
    String purpose = "";
    String name = "";
    String type = "";
    long size;
    String sha256 = "";

    @Column(name = "object_key")
    String objectKey = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    boolean held;

    @Column(name = "deleted_at")
    @Nullable Instant deletedAt;

    FileRecord record() {
        return new FileRecord(id, name, type, size, purpose, createdAt, sha256);
    }
}
