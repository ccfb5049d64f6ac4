package vestibule.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Keeps the client's Host, and lets an answer out at once even while the body is still coming. */
final class PassingOn implements ProxyInterceptor {

    private static final long LINGER_MILLIS = 2_000;

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var request = context.request();
        var authority = request.proxiedRequest().authority();
        if (authority != null) {
            request.setAuthority(authority);
        }
        return context.sendRequest().recover(failure -> unreachable(context));
    }

    private static Future<ProxyResponse> unreachable(ProxyContext context) {
        var answer = GatewayAnswer.UNREACHABLE;
        return Future.succeededFuture(
                context.request()
                        .release()
                        .response()
                        .setStatusCode(answer.status())
                        .putHeader(HttpHeaders.CONTENT_TYPE, GatewayAnswer.CONTENT_TYPE)
                        .setBody(Body.body(Buffer.buffer(answer.json()))));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var request = context.request().proxiedRequest();
        var headers = context.response().headers();
        headers.remove(HttpHeaders.CONNECTION).remove(HttpHeaders.KEEP_ALIVE);
        if (request.isEnded()) {
            return context.sendResponse();
        }
        headers.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        return context.sendResponse().onComplete(sent -> closeGently(request));
    }

    /** Reads on for a moment: a connection closed over unread bytes would take the answer along. */
    static void closeGently(HttpServerRequest request) {
        var connection = request.connection();
        if (request.isEnded()) {
            connection.close();
            return;
        }
        request.exceptionHandler(gone -> {});
        request.handler(discarded -> {});
        request.endHandler(end -> connection.close());
        request.resume();
        Vertx.currentContext().owner().setTimer(LINGER_MILLIS, late -> connection.close());
    }
}
