package vestibule.intake.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** Where a client found us, and what it asked there. */
public final class AskedUrl {

    private AskedUrl() {}

    /** Scheme and authority; our own address for one of HTTP/1.0, who need not say whom it asks. */
    public static String base(HttpServerRequest request) {
        var host = request.authority();
        return request.scheme() + "://" + (host == null ? request.localAddress() : host);
    }

    /** The query's parameters; a semicolon is a character like any other, as browsers have it. */
    public static MultiMap query(HttpServerRequest request) {
        return request.params(true);
    }
}
