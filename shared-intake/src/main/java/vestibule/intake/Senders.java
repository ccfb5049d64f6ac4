package vestibule.intake;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import vestibule.intake.storage.ObjectWriter;
import vestibule.intake.storage.StoreConfig;

/**
 * The threads that talk to the store and the database for uploads: a fixed number of platform
 * threads, a few fewer than there are connections to the database. One virtual thread an upload was
 * slower and doubled the p99 (docs/decisions).
 */
@Singleton
public class Senders implements ObjectWriter.Sender {

    private final ExecutorService threads;
    private final Patience patience = new Patience();
    private final AtomicInteger atWork = new AtomicInteger();

    Senders(StoreConfig config) {
        threads =
                Executors.newFixedThreadPool(
                        config.senders(),
                        Thread.ofPlatform().name("sender-", 0).daemon().factory());
    }

    /** For what nobody waits for within 5 s. */
    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /**
     * Has this done, unless all senders are stuck for so long that the answer would come too late.
     *
     * @return completed with {@link OutOfTime} then
     */
    public <T> CompletableFuture<T> supply(Supplier<T> work) {
        var stuck = stuck();
        return CompletableFuture.supplyAsync(
                () -> {
                    if (stuck.getAsBoolean()) {
                        throw new OutOfTime();
                    }
                    var done = counted(work);
                    patience.moved();
                    return done;
                },
                threads);
    }

    private <T> T counted(Supplier<T> work) {
        atWork.incrementAndGet();
        try {
            return work.get();
        } finally {
            atWork.decrementAndGet();
        }
    }

    /**
     * Counts only while nobody is at work for an answer: a store that takes parts does not vouch
     * for the database that they may be waiting for.
     */
    @Override
    public void moved() {
        if (atWork.get() == 0) {
            patience.moved();
        }
    }

    /** True once one who begins to wait now has waited too long, and nobody else was served. */
    BooleanSupplier stuck() {
        return patience.ends();
    }

    void stop(@Observes ShutdownEvent stopping) {
        threads.shutdown();
    }
}
