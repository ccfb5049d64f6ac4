package vestibule.intake;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Has those who will wait for one lock of the database wait here instead: first come, first served,
 * without a connection whose time runs out. Other processes still meet at the database.
 */
final class Turns {

    private static final int QUEUES = 64;
    private static final long LOOK_MILLIS = 100;

    private final Lock[] queues =
            Stream.generate(() -> new ReentrantLock(true)).limit(QUEUES).toArray(Lock[]::new);

    /**
     * Does the work when it is this one's turn.
     *
     * @param stuck asked while waiting: true ends it with {@link OutOfTime}
     */
    <T> T take(String name, BooleanSupplier stuck, Supplier<T> work) {
        var queue = queues[Math.floorMod(name.hashCode(), QUEUES)];
        await(queue, stuck);
        try {
            return work.get();
        } finally {
            queue.unlock();
        }
    }

    private static void await(Lock queue, BooleanSupplier stuck) {
        try {
            while (!queue.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stuck.getAsBoolean()) {
                    throw new OutOfTime();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new OutOfTime();
        }
    }
}
