package vestibule.embedded.child;

import java.io.IOException;

/**
 * Ends this JVM when its standard input ends. The parent holds the other end, so a parent killed
 * with {@code kill -9} takes its children along.
 */
final class Lifeline {

    private static final long GRACE_MILLIS = 15_000;

    private Lifeline() {}

    static void hold() {
        Thread.ofPlatform().daemon().name("lifeline").start(Lifeline::follow);
    }

    private static void follow() {
        try {
            while (System.in.read() >= 0) {
                // The parent says nothing; only the end counts.
            }
        } catch (IOException e) {
            // A broken pipe is an end as well.
        }
        Thread.ofPlatform().daemon().start(Lifeline::haltLater);
        System.exit(0);
    }

    private static void haltLater() {
        try {
            Thread.sleep(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
