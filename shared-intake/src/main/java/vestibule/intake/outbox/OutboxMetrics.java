package vestibule.intake.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import vestibule.intake.Elapsed;

/**
 * What the relay tells the operator. The gauges are known to the active relay alone ({@code NaN}
 * elsewhere) and read from the database at most once per 5 seconds, however often they are scraped.
 *
 * <ul>
 *   <li>{@code vestibule_outbox_pending}: committed events not yet acknowledged by Kafka; 100,000
 *       is that or more
 *   <li>{@code vestibule_outbox_oldest_age_seconds}: since when the oldest of them waits; 0 if none
 *   <li>{@code vestibule_outbox_relay_active}: 1 in the replica that publishes, 0 elsewhere
 *   <li>{@code vestibule_outbox_relay_failures_total}: attempts that Kafka or the database refused
 *   <li>{@code vestibule_events_published_total} by {@code topic}: acknowledged by Kafka
 *   <li>{@code vestibule_replayed_total} by {@code topic}: those of them that were a replay's
 * </ul>
 */
public final class OutboxMetrics {

    private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(5);

    private final MeterRegistry registry;
    private final Clock clock;
    private volatile Optional<OutboxSession.Backlog> backlog = Optional.empty();
    private volatile boolean active;
    private Instant sampled = Instant.MIN;

    public OutboxMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        Gauge.builder("vestibule.outbox.pending", this, OutboxMetrics::pending).register(registry);
        Gauge.builder("vestibule.outbox.oldest.age.seconds", this, OutboxMetrics::oldestAge)
                .register(registry);
        Gauge.builder("vestibule.outbox.relay.active", this, m -> m.active ? 1 : 0)
                .register(registry);
    }

    void active(boolean now) {
        active = now;
        backlog = Optional.empty();
        sampled = Instant.MIN;
    }

    void failed() {
        registry.counter("vestibule.outbox.relay.failures").increment();
    }

    void published(Collection<OutboxRow> rows) {
        for (var row : rows) {
            registry.counter("vestibule.events.published", "topic", row.topic()).increment();
            if (row.replayed()) {
                registry.counter("vestibule.replayed", "topic", row.topic()).increment();
            }
        }
    }

    /**
     * Asks the database if the last answer is too old; proves on the way that the session lives.
     */
    void sample(OutboxSession session) throws SQLException {
        var now = clock.instant();
        if (Elapsed.isOver(SAMPLE_INTERVAL, sampled, now)) {
            backlog = Optional.of(session.backlog());
            sampled = now;
        }
    }

    private double pending() {
        return backlog.map(last -> (double) last.pending()).orElse(Double.NaN);
    }

    private double oldestAge() {
        return backlog.map(
                        last ->
                                last.oldest()
                                        .map(oldest -> Duration.between(oldest, clock.instant()))
                                        .map(age -> age.toMillis() / 1000.0)
                                        .orElse(0.0))
                .orElse(Double.NaN);
    }
}
