package vestibule.local;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import org.jspecify.annotations.Nullable;

/**
 * A request body before which the request's head is sent, so that the service can refuse on the
 * head alone and answer {@code Expect: 100-continue} itself. The proxy would wait for the first
 * bytes of the body, which a client that expects a 100 does not send.
 */
final class HeadFirst implements ReadStream<Buffer> {

    private final HttpServerRequest body;
    private final HttpClientRequest to;
    private boolean headSent;

    private HeadFirst(HttpServerRequest body, HttpClientRequest to) {
        this.body = body;
        this.to = to;
    }

    /** Prepares a request to a service before the proxy sends it. */
    static HttpClientRequest send(ProxyContext context, HttpClientRequest to) {
        var from = context.request().proxiedRequest();
        to.continueHandler(on -> from.response().writeContinue());
        var length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        var chunked = from.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        if (chunked || (length != null && !length.equals("0"))) {
            var stream = new HeadFirst(from, to);
            context.request()
                    .setBody(
                            length == null
                                    ? Body.body(stream)
                                    : Body.body(stream, Long.parseLong(length)));
        }
        return to;
    }

    @Override
    public HeadFirst resume() {
        if (!headSent) {
            headSent = true;
            to.sendHead();
        }
        body.resume();
        return this;
    }

    @Override
    public HeadFirst pause() {
        body.pause();
        return this;
    }

    @Override
    public HeadFirst fetch(long amount) {
        body.fetch(amount);
        return this;
    }

    @Override
    public HeadFirst handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler);
        return this;
    }

    @Override
    public HeadFirst endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(handler);
        return this;
    }

    @Override
    public HeadFirst exceptionHandler(@Nullable Handler<Throwable> handler) {
        body.exceptionHandler(handler);
        return this;
    }
}
