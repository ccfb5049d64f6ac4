package vestibule.intake.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A body that two hold: the store's part is full, and the scanner is behind. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrakingABodyTest {

    private static final byte[] CONTENT = new byte[1 << 20];

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<List<Flow>> brakes = new CompletableFuture<>();
    private final CompletableFuture<RequestBody> body = new CompletableFuture<>();
    private final CompletableFuture<RequestBody.End> ended = new CompletableFuture<>();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void goes_on_only_when_neither_holds_it() throws Exception {
        send();
        var held = brakes.get(10, TimeUnit.SECONDS);

        held.getFirst().resume();
        held.getFirst().resume();
        settle();
        assertThat(body.join().count()).isLessThan(CONTENT.length);
        assertThat(ended).isNotDone();

        held.getLast().resume();
        assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(RequestBody.End.COMPLETE);
        assertThat(body.join().count()).isEqualTo(CONTENT.length);
    }

    @Test
    void is_not_lost_while_it_is_held() throws Exception {
        send();
        var held = brakes.get(10, TimeUnit.SECONDS);

        settle();
        held.forEach(Flow::resume);

        assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(RequestBody.End.COMPLETE);
    }

    @Test
    void ends_when_whoever_takes_it_fails() throws Exception {
        var failed = new CompletableFuture<Throwable>();
        var failing =
                new BodySink() {
                    @Override
                    public boolean accept(byte[] bytes, int offset, int length) {
                        throw new IllegalStateException("as the test wants");
                    }

                    @Override
                    public void end() {}
                };

        send(
                request ->
                        new RequestBody(request, CONTENT.length)
                                .into(failing, Duration.ofSeconds(10))
                                .exceptionally(
                                        failure -> {
                                            failed.complete(failure);
                                            return RequestBody.End.LOST;
                                        }));

        assertThat(failed.get(10, TimeUnit.SECONDS)).rootCause().hasMessage("as the test wants");
    }

    private void send() throws Exception {
        send(this::read);
    }

    private void send(Handler<HttpServerRequest> reading) throws Exception {
        var server =
                vertx.createHttpServer()
                        .requestHandler(reading)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
        var unused =
                vertx.createHttpClient()
                        .request(HttpMethod.POST, server.actualPort(), "127.0.0.1", "/")
                        .compose(request -> request.send(Buffer.buffer(CONTENT)));
    }

    /** Both hold at the first bytes. */
    private void read(HttpServerRequest request) {
        var reading = new RequestBody(request, CONTENT.length);
        var two = List.of(reading.brake(), reading.brake());
        body.complete(reading);
        var sink =
                new BodySink() {
                    @Override
                    public boolean accept(byte[] bytes, int offset, int length) {
                        if (!brakes.isDone()) {
                            two.forEach(Flow::hold);
                            brakes.complete(two);
                        }
                        return true;
                    }

                    @Override
                    public void end() {}
                };
        var unused =
                reading.into(sink, Duration.ofMillis(200))
                        .thenAccept(
                                end -> {
                                    request.response().end();
                                    ended.complete(end);
                                });
    }

    /** Longer than a body may stall, and than a megabyte takes. */
    private void settle() throws Exception {
        var later = new CompletableFuture<Long>();
        vertx.setTimer(400, later::complete);
        later.get(10, TimeUnit.SECONDS);
    }
}
