package vestibule.intake.scan;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vestibule.intake.body.Flow;

/** A scanner, and the event loop on which uploads use it. */
final class Scans implements AutoCloseable {

    private static final int READ = 64 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final Context eventLoop = vertx.getOrCreateContext();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Scanner scanner;

    Scans(ScanConfig config) {
        scanner = new Scanner(config, vertx, meters);
    }

    Scanner scanner() {
        return scanner;
    }

    DocumentScan open(Flow flow) {
        return on(() -> scanner.open(flow));
    }

    void write(DocumentScan scan, byte[] bytes) {
        on(
                () -> {
                    scan.write(bytes, 0, bytes.length);
                    return bytes;
                });
    }

    /** Passes a whole document, read by read, each into the same array; stops where it is held. */
    CompletableFuture<Boolean> scan(byte[] document) {
        var brake = new Brake();
        var scan = open(brake);
        var array = new byte[READ];
        for (int from = 0; from < document.length; from += READ) {
            brake.awaitRelease();
            int length = Math.min(READ, document.length - from);
            System.arraycopy(document, from, array, 0, length);
            on(
                    () -> {
                        scan.write(array, 0, length);
                        return array;
                    });
        }
        end(scan);
        return scan.infected().toCompletableFuture();
    }

    void end(DocumentScan scan) {
        on(
                () -> {
                    scan.end();
                    return scan;
                });
    }

    /** On the event loop: after whatever it counts for an answer that has come. */
    double count(String outcome) {
        return on(() -> meters.counter("vestibule.scans", "outcome", outcome).count());
    }

    private <T> T on(Supplier<T> action) {
        var done = new CompletableFuture<T>();
        eventLoop.runOnContext(
                now -> {
                    try {
                        done.complete(action.get());
                    } catch (RuntimeException | Error failure) {
                        done.completeExceptionally(failure);
                    }
                });
        return done.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
