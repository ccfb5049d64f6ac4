package vestibule.intake.storage;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Answers in the place of the store, at the address where {@link OnlyTheStore} expects it. */
final class PlayedStore implements BeforeEachCallback, AfterEachCallback {

    private final HttpHandler answer;
    private HttpServer server;

    PlayedStore(HttpHandler answer) {
        this.answer = answer;
    }

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        var endpoint =
                ConfigProvider.getConfig().getValue("quarkus.s3.endpoint-override", URI.class);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", endpoint.getPort()), 50);
        server.createContext("/", answer);
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        server.stop(0);
    }
}
