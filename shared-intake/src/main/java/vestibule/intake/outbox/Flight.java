package vestibule.intake.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;

/**
 * Rows on their way to Kafka, in order. The first failure closes the producer then and there, on
 * its own thread, so that no later row of the same key can overtake the failed one.
 */
final class Flight {

    private final List<OutboxRow> rows;
    private final List<CompletableFuture<Void>> acks = new ArrayList<>();
    private final AtomicInteger missing;
    private final CompletableFuture<Void> landed = new CompletableFuture<>();

    private Flight(List<OutboxRow> rows) {
        this.rows = rows;
        this.missing = new AtomicInteger(rows.size());
    }

    static Flight of(List<OutboxRow> rows, Producer<String, String> producer) {
        var flight = new Flight(rows);
        for (var row : rows) {
            if (!flight.landed.isCompletedExceptionally()) {
                flight.send(row, producer);
            }
        }
        return flight;
    }

    private void send(OutboxRow row, Producer<String, String> producer) {
        var ack = new CompletableFuture<Void>();
        acks.add(ack);
        try {
            var _ =
                    producer.send(
                            row.toRecord(),
                            (sent, failure) -> {
                                if (failure == null) {
                                    ack.complete(null);
                                    landWhenAllAreAcknowledged();
                                } else {
                                    fail(failure, producer);
                                }
                            });
        } catch (RuntimeException failure) {
            // The producer was closed by the failure of an earlier row, or the row is no record.
            fail(failure, producer);
        }
    }

    private void fail(Exception failure, Producer<String, String> producer) {
        if (landed.completeExceptionally(failure)) {
            producer.close(Duration.ZERO);
        }
    }

    private void landWhenAllAreAcknowledged() {
        if (missing.decrementAndGet() == 0) {
            landed.complete(null);
        }
    }

    /** Waits for all acknowledgements or the first failure, which is thrown; false: neither yet. */
    boolean lands(Duration patience) throws ExecutionException, InterruptedException {
        try {
            landed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** The rows before the first one that Kafka has not acknowledged. */
    List<OutboxRow> acknowledged() {
        int count = 0;
        while (count < acks.size() && acks.get(count).isDone()) {
            count++;
        }
        return rows.subList(0, count);
    }
}
