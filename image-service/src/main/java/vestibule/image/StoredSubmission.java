package vestibule.image;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of one submission. */
@Entity
@Table(name = "submission")
class StoredSubmission {

    @Id String id = "";

    String tenant = "";
    String project = "";
    String email = "";
    String userid = "";

    /** The admin who migrated it. */
    String reviewer = "";

    /** A JSON object; empty once deleted. */
    String data = "";

    String result = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    /** Set by the operator, never through the API. */
    boolean held;

    @Column(name = "deleted_at")
    @Nullable Instant deletedAt;
}
