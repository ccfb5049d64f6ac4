package vestibule.intake;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import vestibule.intake.body.BodyConfig;
import vestibule.intake.body.BodySink;
import vestibule.intake.body.BufferLease;
import vestibule.intake.body.RequestBody;
import vestibule.validation.Refusal;

/** Reads the bodies of companion operations: whole, and therefore small. */
@Singleton
public class SmallBodies {

    /** More than any companion's body needs. */
    public static final int MAX_BYTES = 1 << 20;

    private final BodyConfig config;
    private final Staging staging;
    private final Senders senders;
    private final Answers answers;

    SmallBodies(BodyConfig config, Staging staging, Senders senders, Answers answers) {
        this.config = config;
        this.staging = staging;
        this.senders = senders;
        this.answers = answers;
    }

    /**
     * Reads up to {@value #MAX_BYTES} bytes and has them handled on a thread that may block. Called
     * on the event loop, before anything has touched the body.
     */
    public CompletionStage<Response> take(
            HttpServerRequest request, Function<byte[], Response> handling) {
        return beforeBody(request)
                .map(refusal -> CompletableFuture.completedStage(answers.refuse(refusal)))
                .orElseGet(() -> read(request, handling))
                // A completed stage's like cannot be cancelled, which Quarkus does when a client
                // goes.
                .toCompletableFuture();
    }

    private static Optional<Refusal> beforeBody(HttpServerRequest request) {
        if (Upload.isEncoded(request)) {
            return Optional.of(new Refusal.MediaTypeUnsupported());
        }
        return Optional.ofNullable(request.getHeader("Content-Length"))
                .map(Long::valueOf)
                .filter(length -> length > MAX_BYTES)
                .map(length -> new Refusal.BodyTooLarge(MAX_BYTES));
    }

    /** In memory of the budget that all uploads share, until it is handled. */
    private CompletionStage<Response> read(
            HttpServerRequest request, Function<byte[], Response> handling) {
        var body = new RequestBody(request, MAX_BYTES);
        return staging.admitSmall(body)
                .thenComposeAsync(lease -> read(body, lease, handling), Intake.eventLoop())
                // Whoever cancels the answer does not cancel what gives the memory back.
                .thenApply(Function.identity());
    }

    private CompletionStage<Response> read(
            RequestBody body, BufferLease lease, Function<byte[], Response> handling) {
        return CompletableFuture.completedStage(body)
                .thenCompose(opened -> read(opened, handling))
                .whenComplete((answered, failure) -> lease.close());
    }

    private CompletionStage<Response> read(RequestBody body, Function<byte[], Response> handling) {
        var bytes = new ByteArrayOutputStream();
        return body.into(new Collecting(bytes), config.bodyIdleTimeout())
                .thenCompose(
                        end ->
                                switch (end) {
                                    case COMPLETE ->
                                            senders.supply(
                                                    () -> handling.apply(bytes.toByteArray()));
                                    case TOO_LARGE -> refused(new Refusal.BodyTooLarge(MAX_BYTES));
                                    case STOPPED, LOST -> refused(new Refusal.BodyMalformed());
                                });
    }

    private CompletionStage<Response> refused(Refusal refusal) {
        return CompletableFuture.completedStage(answers.refuse(refusal));
    }

    private record Collecting(ByteArrayOutputStream bytes) implements BodySink {

        @Override
        public boolean accept(byte[] more, int offset, int length) {
            bytes.write(more, offset, length);
            return true;
        }

        @Override
        public void end() {
            // Everything is there.
        }
    }
}
