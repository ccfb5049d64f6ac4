package vestibule.intake.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import vestibule.intake.Commit;
import vestibule.intake.event.DocumentEvent;

/** One replica of a service, as far as its outbox goes. */
final class Replica implements AutoCloseable {

    private final DataSource database;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    Replica(DataSource database, TestTopics topics) {
        var clock = Clock.systemUTC();
        this.database = database;
        this.outbox = new Outbox(topics.config(), clock);
        this.relay =
                new OutboxRelay(
                        database,
                        new EventProducers(
                                Map.of(
                                        "bootstrap.servers",
                                        TestTopics.bootstrap(),
                                        "max.block.ms",
                                        1000)),
                        TestConfig.of(OutboxConfig.class, Map.of()),
                        new OutboxMetrics(metrics, clock),
                        clock);
    }

    Replica started() {
        relay.start();
        return this;
    }

    /** Commits one event and returns its id. */
    String commit(DocumentEvent event) throws SQLException {
        var commit = new Commit();
        var envelope = outbox.append(commit, event);
        commit.execute(database);
        relay.wake();
        return envelope.id().toString();
    }

    boolean active() {
        return gauge("vestibule.outbox.relay.active") == 1;
    }

    double gauge(String name) {
        return metrics.get(name).gauge().value();
    }

    double counted(String name) {
        return metrics.find(name).counters().stream().mapToDouble(c -> c.count()).sum();
    }

    @Override
    public void close() {
        relay.close();
    }
}
