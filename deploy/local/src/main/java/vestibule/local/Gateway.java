package vestibule.local;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import vestibule.embedded.StackException;

/** One port for all services: passes requests on by path, streaming both ways. */
final class Gateway implements AutoCloseable {

    /** Tells of every upload that is refused before its end; what fails is answered with 502. */
    private static final Logger BROKEN_OFF = Logger.getLogger("io.vertx.core.http.impl");

    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final int MAX_CONNECTIONS = 512;
    private static final int CONNECT_MILLIS = 2_000;

    private final Vertx vertx;
    private final Map<Service, HttpProxy> proxies;

    private Gateway(Vertx vertx, Map<Service, HttpProxy> proxies) {
        this.vertx = vertx;
        this.proxies = proxies;
    }

    static Gateway start(Ports ports, List<Service> services) {
        return start(
                ports.gateway(), services.stream().collect(Collectors.toMap(s -> s, ports::of)));
    }

    /** Listens on the port; each service answers on its own. */
    static Gateway start(int port, Map<Service, Integer> services) {
        BROKEN_OFF.setLevel(Level.OFF);
        var vertx = Vertx.vertx();
        var client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setMaxPoolSize(MAX_CONNECTIONS)
                                .setConnectTimeout(CONNECT_MILLIS));
        var proxies =
                services.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, e -> proxy(client, e.getValue())));
        var gateway = new Gateway(vertx, proxies);
        var options =
                new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        // The services speak HTTP/1.1; so does what stands in front of them.
                        .setHttp2ClearTextEnabled(false)
                        .setMaxHeaderSize(MAX_HEADER_BYTES)
                        .setMaxInitialLineLength(MAX_HEADER_BYTES);
        try {
            vertx.createHttpServer(options)
                    .requestHandler(gateway::pass)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            gateway.close();
            throw new StackException("the gateway cannot listen on port " + port, e);
        }
        return gateway;
    }

    private static HttpProxy proxy(HttpClient client, int port) {
        var target = new RequestOptions().setHost("127.0.0.1").setPort(port);
        return HttpProxy.reverseProxy(client)
                .origin(context -> client.request(target).map(to -> HeadFirst.send(context, to)))
                .addInterceptor(new PassingOn());
    }

    private void pass(HttpServerRequest request) {
        var service = Service.answering(request.path());
        if (service.isEmpty()) {
            GatewayAnswer.NO_SUCH_PATH.send(request);
            return;
        }
        var proxy = proxies.get(service.get());
        if (proxy == null) {
            GatewayAnswer.NOT_RUNNING.send(request);
            return;
        }
        proxy.handle(request);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
