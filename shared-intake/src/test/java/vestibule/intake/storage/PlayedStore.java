package vestibule.intake.storage;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Answers in the place of the store, at the address where {@link OnlyTheStore} expects it. */
final class PlayedStore implements BeforeEachCallback, AfterEachCallback {

    private final HttpHandler answer;
    private Optional<HttpServer> server = Optional.empty();

    PlayedStore(HttpHandler answer) {
        this.answer = answer;
    }

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        var endpoint =
                ConfigProvider.getConfig().getValue("quarkus.s3.endpoint-override", URI.class);
        var address = new InetSocketAddress("127.0.0.1", endpoint.getPort());
        var playing = HttpServer.create(address, 50);
        server = Optional.of(playing);
        playing.createContext("/", answer);
        playing.start();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        server.ifPresent(playing -> playing.stop(0));
    }
}
