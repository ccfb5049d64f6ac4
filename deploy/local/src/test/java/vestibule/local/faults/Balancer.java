package vestibule.local.faults;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands before the pods: one port, the pods in turn, connections kept. A pod that is taken
 * out gets no new request.
 */
final class Balancer implements AutoCloseable {

    private static final int CONNECTIONS = 64;

    private final Vertx vertx = Vertx.vertx();
    private final List<Integer> pods;
    private final AtomicInteger turns = new AtomicInteger();
    private final int port;

    Balancer(List<Integer> pods) {
        this.pods = new CopyOnWriteArrayList<>(pods);
        var client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
        var server = vertx.createHttpServer().requestHandler(proxy(client));
        port =
                server.listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort();
    }

    private HttpProxy proxy(HttpClient client) {
        return HttpProxy.reverseProxy(client)
                .origin(
                        context ->
                                client.request(
                                        new RequestOptions().setHost("127.0.0.1").setPort(next())));
    }

    private int next() {
        return pods.get(Math.floorMod(turns.getAndIncrement(), pods.size()));
    }

    void takeOut(int pod) {
        pods.remove(Integer.valueOf(pod));
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
