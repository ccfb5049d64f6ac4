package vestibule.document;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import vestibule.intake.http.AskedUrl;

/**
 * Where the documents are for one client, by the prefix that it calls them under.
 *
 * @param base scheme and authority, without a slash at the end
 * @param path {@code /api/v2/my/documents}, or without {@code /api}
 */
record Place(String base, String path) {

    static Place of(HttpServerRequest request, Optional<String> publicUrl) {
        return under(request.path(), publicUrl.orElseGet(() -> AskedUrl.base(request)));
    }

    /** As a request for this path sees it. */
    static Place under(String requestPath, String base) {
        return new Place(
                base, (requestPath.startsWith("/api/") ? "/api" : "") + "/v2/my/documents");
    }

    String of(long number) {
        return path + "/" + number;
    }

    /** Absolute. */
    String ofFile(long number) {
        return base + of(number) + "/file";
    }
}
