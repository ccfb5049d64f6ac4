package vestibule.intake.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Turns on {@link FramingExtension} before the server starts. HTTP/2 without TLS is switched off:
 * its upgrade would go around the check, and gateways speak HTTP/1.1 to us.
 */
@Singleton
class FramingRules implements HttpServerOptionsCustomizer {

    /**
     * Netty reads the property once, when the first server binds; that may be the management port.
     */
    void register(@Observes Filters beforeAnyServer) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
        StrictRequestDecoder.use(options);
    }
}
