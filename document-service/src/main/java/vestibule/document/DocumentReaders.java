package vestibule.document;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vestibule.intake.Documents;
import vestibule.intake.Ids;
import vestibule.intake.IncomingDocument;
import vestibule.intake.body.MultipartScanner;

/** Chooses how a body is read by the media type of its request. */
@Singleton
class DocumentReaders {

    private final DocumentConfig config;
    private final Ids ids;

    DocumentReaders(DocumentConfig config, Clock clock) {
        this.config = config;
        this.ids = new Ids(clock);
    }

    /** A form, or else JSON: the vendor's own sample sends JSON as something else. */
    SentFields fields(HttpServerRequest request, Documents documents) {
        return form(request, documents).orElseGet(() -> new DocumentJson(opening(documents)));
    }

    /** A form, or else the bytes themselves. */
    SentFields content(HttpServerRequest request, Documents documents) {
        return form(request, documents)
                .orElseGet(() -> new RawContent(mediaType(request), opening(documents)));
    }

    UUID newId() {
        return ids.next();
    }

    private Optional<SentFields> form(HttpServerRequest request, Documents documents) {
        return mediaType(request)
                .filter(
                        type ->
                                type.strip()
                                        .toLowerCase(Locale.ROOT)
                                        .startsWith("multipart/form-data"))
                .map(
                        type ->
                                MultipartScanner.boundaryOf(type)
                                        .<SentFields>map(boundary -> form(boundary, documents))
                                        .orElseGet(Unreadable::new));
    }

    private DocumentForm form(String boundary, Documents documents) {
        var limits = new MultipartScanner.Limits(config.maxParts(), config.maxPartHeaderBytes());
        return new DocumentForm(boundary, limits, opening(documents));
    }

    private Supplier<IncomingDocument> opening(Documents documents) {
        return () -> documents.open(ids.next(), config.maxFileBytes());
    }

    private static Optional<String> mediaType(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("Content-Type"));
    }

    /** A form without a boundary that one could look for. */
    private static final class Unreadable implements SentFields {

        @Override
        public boolean accept(byte[] bytes, int offset, int length) {
            return false;
        }

        @Override
        public void end() {
            // There is nothing to end.
        }

        @Override
        public boolean malformed() {
            return true;
        }

        @Override
        public List<SentFile> files() {
            return List.of();
        }

        @Override
        public List<SentTypeId> typeIds() {
            return List.of();
        }

        @Override
        public boolean digestKept() {
            return true;
        }
    }
}
