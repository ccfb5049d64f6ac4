package vestibule.document;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import vestibule.intake.Caller;
import vestibule.intake.access.AccessBook;

/** The document types of each client, as {@code access.yaml} says them now. */
@Singleton
class DocumentKinds {

    private final AccessBook book;

    DocumentKinds(AccessBook book) {
        this.book = book;
    }

    /** By id. */
    List<DocumentKind> of(Caller caller) {
        return book
                .clients()
                .part(caller.tenant(), DocumentClient.class)
                .map(DocumentClient::types)
                .filter(own -> !own.isEmpty())
                .orElse(DocumentKind.USUAL)
                .stream()
                .sorted(Comparator.comparingInt(DocumentKind::id))
                .toList();
    }
}
