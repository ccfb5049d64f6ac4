package vestibule.intake.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

/** Wires the outbox into a service and runs its relay from start to stop. */
@Singleton
class OutboxLifecycle {

    @Produces
    @Singleton
    Outbox outbox(EventsConfig events, Clock clock) {
        return new Outbox(events, clock);
    }

    @Produces
    @Singleton
    OutboxRelay relay(
            DataSource database,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            OutboxConfig config,
            MeterRegistry registry,
            Clock clock) {
        return new OutboxRelay(
                database,
                new EventProducers(kafka),
                config,
                new OutboxMetrics(registry, clock),
                clock);
    }

    void start(@Observes StartupEvent event, OutboxRelay relay) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent event, OutboxRelay relay) {
        relay.close();
    }
}
