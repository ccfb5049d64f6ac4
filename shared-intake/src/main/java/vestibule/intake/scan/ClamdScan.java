package vestibule.intake.scan;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vestibule.intake.body.Flow;

/**
 * Passes one document on to clamd over a connection of its own. What clamd does not read at once
 * holds the flow, so that little more than the socket's buffer is kept here. When the scan has
 * failed the flow goes on: what is wrong with the document itself is told first.
 */
final class ClamdScan implements DocumentScan {

    private static final Logger LOG = Logger.getLogger(ClamdScan.class);

    private static final int MAX_ANSWER_BYTES = 1024;
    private static final long NONE = -1;

    private final Context context = Vertx.currentContext();
    private final Flow flow;
    private final ScanConfig config;
    private final CompletableFuture<Boolean> infected = new CompletableFuture<>();
    private final Buffer heard = Buffer.buffer();
    private Buffer unsent = Buffer.buffer("zINSTREAM\0");
    private @Nullable NetSocket clamd;
    private long length;
    private boolean ended;
    private long endedNanos;
    private long timer = NONE;

    ClamdScan(Future<NetSocket> connecting, Flow flow, ScanConfig config) {
        this.flow = flow;
        this.config = config;
        flow.hold();
        giveUpAfter(config.connectTimeout(), "does not accept a connection");
        connecting.onSuccess(this::connected).onFailure(e -> fail("is not reachable", e));
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        if (count > 0 && !infected.isDone()) {
            length += count;
            send(Buffer.buffer(4 + count).appendInt(count).appendBytes(bytes, offset, count));
        }
    }

    @Override
    public void end() {
        ended = true;
        endedNanos = System.nanoTime();
        if (!infected.isDone()) {
            send(Buffer.buffer().appendInt(0));
        }
    }

    @Override
    public CompletionStage<Boolean> infected() {
        return infected;
    }

    /** How long the answer has been waited for. */
    Duration waited() {
        return ended ? Duration.ofNanos(System.nanoTime() - endedNanos) : Duration.ZERO;
    }

    @Override
    public void close() {
        context.runOnContext(
                now -> {
                    if (infected.cancel(false)) {
                        release();
                    }
                });
    }

    private void connected(NetSocket socket) {
        if (infected.isDone()) {
            hangUp(socket);
            return;
        }
        clamd = socket;
        socket.handler(this::hear)
                .exceptionHandler(e -> fail("broke the connection", e))
                .closeHandler(closed -> fail("closed the connection"))
                .drainHandler(drained -> goOn());
        stopTimer();
        pass(socket, unsent);
        unsent = Buffer.buffer();
    }

    private void send(Buffer bytes) {
        var socket = clamd;
        if (socket == null) {
            unsent.appendBuffer(bytes);
        } else {
            pass(socket, bytes);
        }
    }

    private void pass(NetSocket socket, Buffer bytes) {
        socket.write(bytes);
        if (!socket.writeQueueFull()) {
            goOn();
            return;
        }
        flow.hold();
        if (timer == NONE) {
            giveUpAfter(config.writeTimeout(), "does not read");
        }
    }

    private void goOn() {
        stopTimer();
        if (ended) {
            giveUpAfter(config.patience(length), "does not answer");
        }
        flow.resume();
    }

    private void hear(Buffer bytes) {
        heard.appendBuffer(bytes);
        var text = heard.toString(StandardCharsets.UTF_8);
        var end = text.indexOf('\0');
        if (end >= 0) {
            answered(ClamdAnswer.of(text.substring(0, end)));
        } else if (heard.length() > MAX_ANSWER_BYTES) {
            fail("says too much");
        }
    }

    private void answered(ClamdAnswer answer) {
        switch (answer) {
            case ClamdAnswer.Found(var signature) -> {
                LOG.infof("found %s", signature);
                conclude(true);
            }
            case ClamdAnswer.Clean() when ended -> conclude(false);
            case ClamdAnswer.Clean() -> fail("answered before the end");
            case ClamdAnswer.Failed(var text) -> fail("answered: " + text);
        }
    }

    private void conclude(boolean found) {
        if (infected.complete(found)) {
            release();
        }
    }

    private void fail(String reason) {
        fail(new ScannerUnavailable(reason));
    }

    private void fail(String reason, Throwable cause) {
        fail(new ScannerUnavailable(reason, cause));
    }

    private void fail(ScannerUnavailable failure) {
        if (infected.completeExceptionally(failure)) {
            release();
        }
    }

    private void release() {
        stopTimer();
        unsent = Buffer.buffer();
        var socket = clamd;
        if (socket != null) {
            hangUp(socket);
        }
        flow.resume();
    }

    /** Closing a Vert.x socket waits for its queue, which a scanner that hangs never empties. */
    private static void hangUp(NetSocket socket) {
        var unused = ((NetSocketInternal) socket).channelHandlerContext().close();
    }

    private void giveUpAfter(Duration patience, String reason) {
        stopTimer();
        timer = context.owner().setTimer(patience.toMillis(), late -> fail(reason));
    }

    private void stopTimer() {
        if (timer != NONE) {
            context.owner().cancelTimer(timer);
            timer = NONE;
        }
    }
}
