package vestibule.document;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * Where the documents are for one client, by the prefix that it calls them under.
 *
 * @param base scheme and authority, without a slash at the end
 * @param path {@code /api/v2/my/documents}, or without {@code /api}
 */
record Place(String base, String path) {

    static Place of(HttpServerRequest request, Optional<String> publicUrl) {
        var prefix = request.path().startsWith("/api/") ? "/api" : "";
        return new Place(
                publicUrl.orElseGet(() -> request.scheme() + "://" + request.authority()),
                prefix + "/v2/my/documents");
    }

    String of(long number) {
        return path + "/" + number;
    }

    /** Absolute. */
    String ofFile(long number) {
        return base + of(number) + "/file";
    }
}
