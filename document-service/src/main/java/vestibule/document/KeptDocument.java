package vestibule.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import vestibule.intake.ledger.StoredDocument;

/** The row of a document whose bytes are here. */
@Entity
@Table(name = "document")
class KeptDocument extends StoredDocument {

    long number;
    String name = "";
}
