package vestibule.intake.outbox;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Sends a batch of rows, waits for Kafka however long it takes, and deletes what it acknowledged.
 */
final class OutboxPublisher implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration PING_INTERVAL = Duration.ofSeconds(1);
    private static final int PINGS_UNTIL_OUTAGE = 5;

    private final Supplier<Producer<String, String>> producers;
    private final OutboxMetrics metrics;
    private final Outage outage;
    private Optional<Producer<String, String>> producer = Optional.empty();

    OutboxPublisher(
            Supplier<Producer<String, String>> producers, OutboxMetrics metrics, Clock clock) {
        this.producers = producers;
        this.metrics = metrics;
        this.outage = new Outage("Kafka", clock);
    }

    /** Returns how long to wait before the next batch: nothing, unless Kafka failed. */
    Duration publish(OutboxSession session, List<OutboxRow> rows)
            throws SQLException, InterruptedException {
        try {
            for (var wave : Waves.of(rows)) {
                fly(wave, session);
            }
            return Duration.ZERO;
        } catch (ExecutionException | KafkaException e) {
            close();
            metrics.failed();
            outage.goesOn(e);
            return outage.backoff();
        }
    }

    private void fly(List<OutboxRow> rows, OutboxSession session)
            throws SQLException, InterruptedException, ExecutionException {
        var flight = Flight.of(rows, open());
        try {
            await(flight, session);
        } finally {
            var acknowledged = flight.acknowledged();
            session.delete(acknowledged);
            metrics.published(acknowledged);
        }
        if (outage.over()) {
            LOG.infof("outbox: resumed, %d events pending", session.backlog().pending());
        }
    }

    /** Gives up whatever is not acknowledged: it stays in the table. */
    @Override
    public void close() {
        producer.ifPresent(open -> open.close(Duration.ZERO));
        producer = Optional.empty();
    }

    /** The producer retries by itself, in order; we only watch that the lock is still ours. */
    private void await(Flight flight, OutboxSession session)
            throws ExecutionException, InterruptedException, SQLException {
        for (int pings = 1; !flight.lands(PING_INTERVAL); pings++) {
            session.ping();
            metrics.sample(session);
            if (pings == PINGS_UNTIL_OUTAGE) {
                outage.goesOn(new TimeoutException("no acknowledgement"));
            }
        }
    }

    private Producer<String, String> open() {
        if (producer.isEmpty()) {
            producer = Optional.of(producers.get());
        }
        return producer.get();
    }
}
