package vestibule.intake.body;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Reads the body of one request on its event loop, array by array, into a {@link BodySink}. One
 * limit for all bodies, whether their length is announced or not; a body that stalls is given up.
 */
public final class RequestBody {

    /** How the reading of a body ended. */
    public enum End {
        /** The sink has seen every byte. */
        COMPLETE,
        /** The sink wanted no more. */
        STOPPED,
        /** More bytes than the cap. */
        TOO_LARGE,
        /** The client went away, broke the framing or stalled: there is nobody to answer. */
        LOST
    }

    private final HttpServerRequest request;
    private final long maxBytes;
    private final Context context;
    private final CompletableFuture<End> ended = new CompletableFuture<>();
    private long count;
    private int brakesHeld;
    private long lastProgress = System.nanoTime();

    /** Must be made on the event loop of the request. */
    public RequestBody(HttpServerRequest request, long maxBytes) {
        this.request = request;
        this.maxBytes = maxBytes;
        context = Vertx.currentContext();
        request.exceptionHandler(failure -> end(End.LOST));
    }

    /**
     * Starts reading: sends {@code 100 Continue} if the client waits for it.
     *
     * @param idle a body from which nothing comes for this long, while it is not held, is lost
     */
    public CompletionStage<End> into(BodySink sink, Duration idle) {
        if (ended.isDone()) {
            return ended;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        lastProgress = System.nanoTime();
        var timer =
                context.owner()
                        .setPeriodic(
                                Math.max(1, idle.toMillis() / 8), tick -> giveUpIfStalled(idle));
        request.handler(buffer -> take(buffer, sink));
        request.endHandler(end -> finish(sink));
        request.resume();
        return ended.whenComplete((end, failure) -> context.owner().cancelTimer(timer));
    }

    /** How it ended; before it is read only {@link End#LOST} may come. */
    public CompletionStage<End> ended() {
        return ended;
    }

    /** Bytes of the body that have come so far. */
    public long count() {
        return count;
    }

    /** A brake of its own for each who may hold the body: it is read while nobody does. */
    public Flow brake() {
        return new Brake();
    }

    @SuppressWarnings("deprecation") // The array behind the buffer: a copy of every byte less.
    private void take(Buffer buffer, BodySink sink) {
        if (ended.isDone()) {
            return;
        }
        lastProgress = System.nanoTime();
        count += buffer.length();
        if (count > maxBytes) {
            end(End.TOO_LARGE);
            return;
        }
        ByteBuf bytes = buffer.getByteBuf();
        try {
            if (!sink.accept(
                    bytes.array(),
                    bytes.arrayOffset() + bytes.readerIndex(),
                    bytes.readableBytes())) {
                end(End.STOPPED);
            }
        } catch (RuntimeException | Error failure) {
            fail(failure);
        }
    }

    private void finish(BodySink sink) {
        if (ended.isDone()) {
            return;
        }
        try {
            sink.end();
            end(End.COMPLETE);
        } catch (RuntimeException | Error failure) {
            fail(failure);
        }
    }

    /** What a sink throws ends its body: Vert.x would log it and go on with the next bytes. */
    private void fail(Throwable failure) {
        ended.completeExceptionally(failure);
    }

    private void giveUpIfStalled(Duration idle) {
        if (brakesHeld == 0 && System.nanoTime() - lastProgress > idle.toNanos()) {
            end(End.LOST);
            request.connection().close();
        }
    }

    private void end(End end) {
        ended.complete(end);
    }

    private final class Brake implements Flow {

        private boolean held;

        @Override
        public void hold() {
            if (!held) {
                held = true;
                brakesHeld++;
                request.pause();
            }
        }

        @Override
        public void resume() {
            context.runOnContext(now -> release());
        }

        @Override
        public void giveUp(Throwable cause) {
            context.runOnContext(now -> fail(cause));
        }

        private void release() {
            if (held) {
                held = false;
                brakesHeld--;
                goOn();
            }
        }
    }

    private void goOn() {
        if (brakesHeld == 0 && !ended.isDone()) {
            lastProgress = System.nanoTime();
            request.resume();
        }
    }
}
