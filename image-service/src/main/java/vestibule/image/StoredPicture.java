package vestibule.image;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import vestibule.intake.ledger.StoredDocument;

/** The row of one picture; its subject is the submission. */
@Entity
@Table(name = "picture")
class StoredPicture extends StoredDocument {

    Slot slot() {
        return Slot.from(vendorType).orElseThrow();
    }

    String submission() {
        return subject().orElseThrow();
    }
}
