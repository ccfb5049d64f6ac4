package vestibule.document;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import vestibule.intake.Caller;
import vestibule.intake.ledger.Arrival;

/**
 * Who asks for what.
 *
 * @param kinds the document types of the caller at this time
 */
record Request(HttpServerRequest http, Caller caller, List<DocumentKind> kinds, Place place) {

    Arrival.Belonging belonging() {
        return new Arrival.Belonging(caller.tenant(), Optional.of(caller.owner()));
    }

    DocumentView view(DocumentRecord document) {
        return DocumentView.of(document, kinds, place);
    }
}
