package vestibule.intake.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import vestibule.intake.ServiceName;

/** What can happen to a document, as told to consumers. Holds no file name, e-mail or bytes. */
public sealed interface DocumentEvent permits DocumentReceived, DocumentDeleted {

    UUID documentId();

    ServiceName service();

    String tenantId();

    Subject subject();

    /** The record key: everything about one subject stays in order on one partition. */
    @JsonIgnore
    default String key() {
        return tenantId() + "/" + subject().id().orElseGet(documentId()::toString);
    }
}
