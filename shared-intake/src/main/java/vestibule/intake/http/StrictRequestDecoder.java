package vestibule.intake.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Refuses what whoever stands in front may have read otherwise (RFC 9112, 6.1 and 6.3): a request
 * with both {@code Transfer-Encoding} and {@code Content-Length}, where Netty would silently drop
 * the length; any other coding than {@code chunked}, whose body Netty would take for the next
 * request; any coding in HTTP/1.0, which knows none; and two lengths, of which Netty would take the
 * first in HTTP/1.0. What announces no body has none, whatever old WebSocket keys it has, for which
 * Netty would take the beginning of the next request. What no URI may hold is read literally, see
 * {@link RequestTarget}.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    /** What Quarkus allows by default, until the server says otherwise. */
    private static volatile HttpServerOptions limits =
            new HttpServerOptions().setMaxHeaderSize(20 * 1024);

    private HttpVersion version = HttpVersion.HTTP_1_1;

    StrictRequestDecoder() {
        super(limits);
    }

    static void use(HttpServerOptions options) {
        limits = options;
    }

    /** Netty is lenient with what says HTTP/1.0: until its headers are read it says HTTP/1.1. */
    @Override
    protected HttpMessage createMessage(String[] requestLine) {
        var message =
                super.createMessage(
                        new String[] {
                            requestLine[0], RequestTarget.literal(requestLine[1]), requestLine[2]
                        });
        version = message.protocolVersion();
        return message.setProtocolVersion(HttpVersion.HTTP_1_1);
    }

    /** Netty asks this once, after the last header and before it looks for the body. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        message.setProtocolVersion(version);
        var codings = message.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (codings.isEmpty()) {
            return !message.headers().contains(HttpHeaderNames.CONTENT_LENGTH);
        }
        requireChunkedAlone(message, codings);
        return false;
    }

    private static void requireChunkedAlone(HttpMessage message, List<String> codings) {
        if (!isChunked(codings) || !message.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
            throw new IllegalArgumentException("Transfer-Encoding is not chunked alone");
        }
        if (message.headers().contains(HttpHeaderNames.CONTENT_LENGTH)) {
            throw new IllegalArgumentException("both Transfer-Encoding and Content-Length");
        }
    }

    private static boolean isChunked(List<String> codings) {
        return codings.size() == 1
                && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst().strip());
    }
}
