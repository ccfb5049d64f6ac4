package vestibule.intake;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vestibule.intake.storage.StoreConfig;

/**
 * The threads that talk to the store and the database for uploads: a fixed number of platform
 * threads, as many as there are connections. One virtual thread an upload was slower and doubled
 * the p99 (docs/decisions).
 */
@Singleton
public class Senders implements Executor {

    private final ExecutorService threads;

    Senders(StoreConfig config) {
        threads =
                Executors.newFixedThreadPool(
                        config.senders(),
                        Thread.ofPlatform().name("sender-", 0).daemon().factory());
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    void stop(@Observes ShutdownEvent stopping) {
        threads.shutdown();
    }
}
