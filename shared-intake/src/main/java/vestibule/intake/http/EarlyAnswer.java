package vestibule.intake.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends the connection of a request that was answered while its body was still coming: the answer
 * says {@code Connection: close}, at most 1 MiB or 2 s more is read and thrown away (a connection
 * closed at once could take the answer with it, RFC 9112, 9.6), then the connection is closed.
 */
@Singleton
class EarlyAnswer {

    static final long MOST_BYTES = 1 << 20;
    static final long MOST_MILLIS = 2_000;

    private static final int AFTER_REQUEST_IDS = 950;

    private final Vertx vertx;

    EarlyAnswer(Vertx vertx) {
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, AFTER_REQUEST_IDS);
    }

    private void watch(RoutingContext context) {
        var request = context.request();
        if (announcesBody(request)) {
            context.addHeadersEndHandler(
                    _ -> {
                        if (!request.isEnded()) {
                            context.response().putHeader("Connection", "close");
                            context.addBodyEndHandler(_ -> discardRest(request));
                        }
                    });
        }
        context.next();
    }

    private static boolean announcesBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains("Transfer-Encoding")
                || (length != null && !length.equals("0"));
    }

    private void discardRest(HttpServerRequest request) {
        var connection = request.connection();
        if (request.isEnded()) {
            connection.close();
            return;
        }
        vertx.setTimer(MOST_MILLIS, _ -> connection.close());
        var discarded = new AtomicLong();
        request.exceptionHandler(_ -> {});
        request.endHandler(_ -> connection.close());
        request.handler(
                bytes -> {
                    if (discarded.addAndGet(bytes.length()) > MOST_BYTES) {
                        request.pause();
                        connection.close();
                    }
                });
        request.resume();
    }
}
