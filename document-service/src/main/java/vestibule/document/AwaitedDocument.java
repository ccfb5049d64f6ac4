package vestibule.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A document that is registered while its bytes are awaited. */
@Entity
@Table(name = "awaited_document")
class AwaitedDocument {

    @Id UUID id = new UUID(0, 0);

    long number;

    String tenant = "";

    @Column(name = "subject_id")
    String owner = "";

    @Column(name = "type_id")
    int typeId;

    String reference = "";

    @Column(name = "create_time")
    Instant createTime = Instant.EPOCH;
}
