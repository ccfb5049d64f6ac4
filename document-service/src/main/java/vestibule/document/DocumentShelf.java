package vestibule.document;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import vestibule.intake.Caller;
import vestibule.intake.http.AskedUrl;
import vestibule.intake.http.Download;
import vestibule.intake.storage.ObjectStore;
import vestibule.validation.Refusal;

/** What an end client can see of its documents, and have removed. */
@Singleton
class DocumentShelf {

    private final DocumentConfig config;
    private final DocumentAnswers answers;
    private final DocumentKinds kinds;
    private final DocumentLedger ledger;
    private final DocumentCabinet cabinet;
    private final ObjectStore store;

    DocumentShelf(
            DocumentConfig config,
            DocumentAnswers answers,
            DocumentKinds kinds,
            DocumentLedger ledger,
            DocumentCabinet cabinet,
            ObjectStore store) {
        this.config = config;
        this.answers = answers;
        this.kinds = kinds;
        this.ledger = ledger;
        this.cabinet = cabinet;
        this.store = store;
    }

    Request request(HttpServerRequest http, Caller caller) {
        return new Request(http, caller, kinds.of(caller), Place.of(http, config.publicUrl()));
    }

    Response list(Request request) {
        var query = ListQuery.of(AskedUrl.query(request.http()), config);
        var refusals = query.refusals();
        if (!refusals.isEmpty()) {
            return answers.refuse(refusals);
        }
        var page = ledger.list(request.caller(), query);
        var documents = page.documents().stream().map(request::view).toList();
        return Response.fromResponse(ok(config.listShape().of(page.total(), documents)))
                .header("X-Total-Count", page.total())
                .build();
    }

    Response types(Caller caller) {
        var types = kinds.of(caller).stream().map(DocumentView.KindInFull::of).toList();
        return ok(config.listShape().of(types.size(), types));
    }

    Response get(Request request, String id) {
        return DocumentNumber.of(id)
                .flatMap(number -> ledger.find(request.caller(), number))
                .map(document -> ok(request.view(document)))
                .orElseGet(this::notFound);
    }

    Response delete(Caller caller, String id) {
        var refusal =
                DocumentNumber.of(id)
                        .map(number -> cabinet.delete(caller, number))
                        .orElseGet(() -> Optional.of(new Refusal.NotFound()));
        return refusal.map(answers::refuse).orElseGet(() -> Response.noContent().build());
    }

    Response file(Caller caller, String id) {
        return kept(
                caller,
                id,
                document ->
                        store.open(document.objectKey)
                                .map(bytes -> asDownload(document).of(bytes))
                                .orElseGet(() -> withoutObject(caller, document)));
    }

    Response fileHead(Caller caller, String id) {
        return kept(caller, id, document -> asDownload(document).withoutBytes());
    }

    private Response kept(Caller caller, String id, Function<KeptDocument, Response> answer) {
        return DocumentNumber.of(id)
                .flatMap(number -> ledger.kept(caller, number))
                .map(answer)
                .orElseGet(this::notFound);
    }

    /** Deleted while it was asked for, or lost: which must never happen, and be seen if it does. */
    private Response withoutObject(Caller caller, KeptDocument document) {
        if (ledger.kept(caller, document.number).isPresent()) {
            throw new IllegalStateException("there is no object under " + document.objectKey);
        }
        return notFound();
    }

    private static Download asDownload(KeptDocument document) {
        return new Download(document.mediaType, document.size, document.name, document.sha256);
    }

    /** Without the charset that {@code @Produces} would add: every answer says the same type. */
    private static Response ok(Object answer) {
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private Response notFound() {
        return answers.refuse(new Refusal.NotFound());
    }
}
