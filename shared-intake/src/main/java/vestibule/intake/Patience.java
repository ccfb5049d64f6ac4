package vestibule.intake;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long uploads wait for a sender or for their turn. A queue that moves is load, not an outage:
 * who stands in it is served.
 */
final class Patience {

    /** What an answer within 5 s leaves beside one call of the store. */
    private static final long NANOS = Duration.ofMillis(1500).toNanos();

    private volatile long lastMovedNanos = System.nanoTime();

    /** Someone in the queue was served. */
    void moved() {
        lastMovedNanos = System.nanoTime();
    }

    /** True once one who begins to wait now has waited too long, and nobody else was served. */
    BooleanSupplier ends() {
        var queuedNanos = System.nanoTime();
        return () -> {
            var now = System.nanoTime();
            return now - queuedNanos > NANOS && now - lastMovedNanos > NANOS;
        };
    }
}
