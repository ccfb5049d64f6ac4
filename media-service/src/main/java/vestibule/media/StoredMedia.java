package vestibule.media;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import vestibule.intake.ledger.StoredDocument;

/**
 * The row of one media, as the companions read it; its subject is the session, the vendor's word
 * for it its context.
 */
@Entity
@Table(name = "media")
class StoredMedia extends StoredDocument {

    String integration = "";

    MediaRecord record() {
        return new MediaRecord(
                id, UUID.fromString(subject().orElseThrow()), vendorType, mediaType, size, sha256);
    }
}
