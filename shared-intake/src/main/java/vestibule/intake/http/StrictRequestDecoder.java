package vestibule.intake.http;

import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/**
 * Refuses a request with both {@code Transfer-Encoding} and {@code Content-Length}, where Netty
 * would silently drop the length: whoever stands in front may have believed the other one (RFC
 * 9112, 6.1).
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    /** What Quarkus allows by default, until the server says otherwise. */
    private static volatile HttpServerOptions limits =
            new HttpServerOptions().setMaxHeaderSize(20 * 1024);

    StrictRequestDecoder() {
        super(limits);
    }

    static void use(HttpServerOptions options) {
        limits = options;
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Transfer-Encoding and Content-Length");
    }
}
