package vestibule.local;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** What the gateway says itself; everything else comes from the services. */
enum GatewayAnswer {
    NO_SUCH_PATH(404, "no service answers this path"),
    UNREACHABLE(502, "the service does not answer"),
    NOT_RUNNING(503, "the service is not running");

    static final String CONTENT_TYPE = "application/json";

    private final int status;
    private final String error;

    GatewayAnswer(int status, String error) {
        this.status = status;
        this.error = error;
    }

    int status() {
        return status;
    }

    String json() {
        return "{\"error\":\"%s\"}".formatted(error);
    }

    void send(HttpServerRequest request) {
        var response =
                request.response()
                        .setStatusCode(status)
                        .putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE);
        if (request.isEnded()) {
            response.end(json());
            return;
        }
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        response.end(json()).onComplete(sent -> PassingOn.closeGently(request));
    }
}
