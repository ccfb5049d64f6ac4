package vestibule.intake.scan;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vestibule.intake.body.Flow;

/** The brake of a body that a test writes. */
final class Brake implements Flow {

    private boolean held;

    @Override
    public synchronized void hold() {
        held = true;
    }

    @Override
    public synchronized void resume() {
        held = false;
        notifyAll();
    }

    @Override
    public void giveUp(Throwable cause) {
        throw new AssertionError("a scan never ends the body", cause);
    }

    synchronized boolean isHeld() {
        return held;
    }

    /** Returns once the body may go on. */
    synchronized void awaitRelease() {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        try {
            while (held) {
                var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new IllegalStateException(new TimeoutException("still held"));
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
