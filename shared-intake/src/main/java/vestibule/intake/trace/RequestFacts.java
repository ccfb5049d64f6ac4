package vestibule.intake.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Optional;
import java.util.Set;

/**
 * All that a span says of a request. Nothing that a client is free to write: no path or query,
 * which name sessions and subjects, no header, not even {@code Host}, no address of its own, and
 * its method only if HTTP has it.
 *
 * @param here the Vert.x context of the request
 */
record RequestFacts(HttpServerRequest request, Context here) {

    private static final AttributeKey<String> METHOD =
            AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS =
            AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");
    private static final AttributeKey<String> PROTOCOL =
            AttributeKey.stringKey("network.protocol.version");
    private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
    private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    /** Where Quarkus REST leaves the template of the route that it found. */
    private static final String TEMPLATE = "UrlPathTemplate";

    /** {@code POST /v1/files}; the method alone where no route was found. */
    String name() {
        var method = method().orElse("HTTP");
        return route().map(route -> method + " " + route).orElse(method);
    }

    /** What is known before the request is looked at. */
    Attributes atBegin() {
        var server = request.localAddress();
        return Attributes.builder()
                .put(METHOD, method().orElse("_OTHER"))
                .put(SCHEME, request.isSSL() ? "https" : "http")
                .put(PROTOCOL, protocol(request.version()))
                .put(ADDRESS, server.hostAddress())
                .put(PORT, (long) server.port())
                .build();
    }

    /** What is known once it is answered, or its client is gone. */
    Attributes atEnd() {
        var facts = Attributes.builder();
        route().ifPresent(route -> facts.put(ROUTE, route));
        status().ifPresent(status -> facts.put(STATUS, (long) status));
        return facts.build();
    }

    Optional<Integer> status() {
        return Optional.of(request.response())
                .filter(HttpServerResponse::headWritten)
                .map(HttpServerResponse::getStatusCode);
    }

    private Optional<String> method() {
        return Optional.of(request.method().name()).filter(METHODS::contains);
    }

    private Optional<String> route() {
        return Optional.ofNullable(here.getLocal(TEMPLATE));
    }

    private static String protocol(HttpVersion version) {
        return switch (version) {
            case HTTP_1_0 -> "1.0";
            case HTTP_1_1 -> "1.1";
            case HTTP_2 -> "2";
        };
    }
}
