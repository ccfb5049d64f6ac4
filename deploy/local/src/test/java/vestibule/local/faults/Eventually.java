package vestibule.local.faults;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Waits for something to become true, and says what it was when it did not in time. */
final class Eventually {

    private static final Duration POLL = Duration.ofMillis(20);

    private Eventually() {}

    /** Asks until the answer is as wanted; what fails to answer is asked again. */
    static <T> T get(String what, Duration limit, Callable<T> question, Predicate<T> wanted) {
        var deadline = System.nanoTime() + limit.toNanos();
        Object last = "nothing";
        while (System.nanoTime() < deadline) {
            try {
                var answer = question.call();
                if (wanted.test(answer)) {
                    return answer;
                }
                last = answer;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, e);
            } catch (Exception e) {
                last = e;
            }
            pause(POLL);
        }
        throw new AssertionError(
                "%s: not within %d s, last seen: %s".formatted(what, limit.toSeconds(), last));
    }

    static void is(String what, Duration limit, Callable<Boolean> condition) {
        get(what, limit, condition, answer -> answer);
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
