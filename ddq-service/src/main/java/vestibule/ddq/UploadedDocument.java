package vestibule.ddq;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import vestibule.intake.ledger.StoredDocument;

/** The row of one document, as the companions read it. */
@Entity
@Table(name = "document")
class UploadedDocument extends StoredDocument {

    @Column(name = "file_name")
    String fileName = "";

    @Column(name = "ddq_id")
    @Nullable String ddqId;

    @Column(name = "ddq_matched")
    boolean ddqMatched;
}
