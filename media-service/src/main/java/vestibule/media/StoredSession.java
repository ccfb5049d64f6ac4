package vestibule.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of one session. */
@Entity
@Table(name = "session")
class StoredSession {

    @Id UUID id = new UUID(0, 0);
    String tenant = "";
    String integration = "";

    @Enumerated(EnumType.STRING)
    SessionStatus status = SessionStatus.CREATED;

    @Column(name = "vendor_data")
    @Nullable String vendorData;

    String token = "";
    boolean held;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "deleted_at")
    @Nullable Instant deletedAt;

    SessionRecord record() {
        return new SessionRecord(id, status, Optional.ofNullable(vendorData), token);
    }
}
