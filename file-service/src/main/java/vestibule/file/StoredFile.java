package vestibule.file;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import vestibule.intake.ledger.StoredDocument;

/** The row of one file, as the companions read it; the vendor's word for it is its purpose. */
@Entity
@Table(name = "file")
class StoredFile extends StoredDocument {

    String name = "";
    String type = "";

    FileRecord record() {
        return new FileRecord(id, name, type, size, vendorType, createdAt, sha256);
    }
}
