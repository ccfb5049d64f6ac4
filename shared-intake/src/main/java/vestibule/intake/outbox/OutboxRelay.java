package vestibule.intake.outbox;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/**
 * Carries committed events to Kafka, in order per key, at least once. Of all relays on one database
 * only the one that holds the lock works; the others wait for it. Neither Kafka nor the database
 * need be there when it starts.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** Between two flights under load: a flight costs the same whatever it carries. */
    private static final Duration GATHERING = Duration.ofMillis(10);

    private static final Duration LAST_FLIGHT = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final DataSource database;
    private final OutboxPublisher publisher;
    private final OutboxConfig config;
    private final OutboxMetrics metrics;
    private final Outage outage;
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    public OutboxRelay(
            DataSource database,
            Supplier<Producer<String, String>> producers,
            OutboxConfig config,
            OutboxMetrics metrics,
            Clock clock) {
        this.database = database;
        this.publisher = new OutboxPublisher(producers, metrics, clock);
        this.config = config;
        this.metrics = metrics;
        this.outage = new Outage("the database", clock);
        this.thread = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
    }

    /** Returns at once; the work is done on a thread of its own. */
    public void start() {
        thread.start();
    }

    /** Tells the relay that a commit of this process wrote events: they leave at once. */
    public void wake() {
        // One ring is enough, and where another replica leads nobody hears them.
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /** Finishes or abandons what is under way and gives the lock back; takes at most 4 seconds. */
    @Override
    public void close() {
        stop.countDown();
        wake();
        try {
            if (!thread.join(LAST_FLIGHT)) {
                thread.interrupt();
                thread.join(CLOSING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            var pause = Duration.ZERO;
            while (!stopsWithin(pause)) {
                pause = attempt();
            }
        } catch (InterruptedException e) {
            LOG.info("outbox: relay stopped before Kafka acknowledged its last batch");
        }
    }

    /** Leads while it can; returns how long to wait before trying again. */
    private Duration attempt() throws InterruptedException {
        try {
            var lock = OutboxSession.take(database);
            outage.over();
            if (lock.isPresent()) {
                try (var session = lock.get()) {
                    lead(session);
                }
            }
            return config.pollInterval();
        } catch (SQLException | RuntimeException | Error e) {
            // Even an OutOfMemoryError may pass, and without this thread no event leaves.
            metrics.failed();
            outage.goesOn(e);
            return outage.backoff();
        }
    }

    private void lead(OutboxSession session) throws SQLException, InterruptedException {
        LOG.info("outbox: this relay took the lock and publishes");
        metrics.active(true);
        try {
            var pause = Duration.ZERO;
            while (!stopsWithin(pause)) {
                metrics.sample(session);
                var rows = session.read(config.batchSize());
                pause = publisher.publish(session, rows);
                if (rows.isEmpty()) {
                    sleepUntilWoken();
                } else if (pause.isZero() && rows.size() < config.batchSize()) {
                    pause = GATHERING;
                }
            }
        } finally {
            metrics.active(false);
            publisher.close();
        }
    }

    private void sleepUntilWoken() throws InterruptedException {
        if (bell.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    private boolean stopsWithin(Duration pause) throws InterruptedException {
        return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
