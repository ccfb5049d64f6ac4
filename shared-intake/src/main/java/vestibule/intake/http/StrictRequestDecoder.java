package vestibule.intake.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Refuses what whoever stands in front may have read otherwise (RFC 9112, 6.1 and 6.3): a request
 * with both {@code Transfer-Encoding} and {@code Content-Length}, where Netty would silently drop
 * the length, and any other coding than {@code chunked}, whose body Netty would take for the next
 * request. What no URI may hold is read literally, see {@link RequestTarget}.
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
    protected HttpMessage createMessage(String[] requestLine) {
        return super.createMessage(
                new String[] {
                    requestLine[0], RequestTarget.literal(requestLine[1]), requestLine[2]
                });
    }

    /** Netty asks this once, after the last header and before it looks for the body. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        var codings = message.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!codings.isEmpty() && !isChunked(codings)) {
            throw new IllegalArgumentException("Transfer-Encoding is not chunked alone");
        }
        return super.isContentAlwaysEmpty(message);
    }

    private static boolean isChunked(List<String> codings) {
        return codings.size() == 1
                && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst().strip());
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Transfer-Encoding and Content-Length");
    }
}
