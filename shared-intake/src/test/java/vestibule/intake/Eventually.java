package vestibule.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits for a condition, with a deadline. */
public final class Eventually {

    private Eventually() {}

    /** Returns as soon as the assertion holds; throws what it last threw when time is up. */
    public static void eventually(Duration within, ThrowingCallable assertion) throws Throwable {
        var deadline = Instant.now().plus(within);
        while (true) {
            try {
                assertion.call();
                return;
            } catch (Throwable failure) {
                if (Instant.now().isAfter(deadline)) {
                    throw failure;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }
}
