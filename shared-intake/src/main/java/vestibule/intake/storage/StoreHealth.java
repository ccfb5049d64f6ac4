package vestibule.intake.storage;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vestibule.intake.Elapsed;

/** Ready while the store answers; asked at most once in 2 s, however often the probe comes. */
@Readiness
@Singleton
public class StoreHealth implements HealthCheck {

    private static final Duration GOOD_FOR = Duration.ofSeconds(2);

    private final ObjectStore store;
    private final Clock clock;
    private Instant asked = Instant.EPOCH;
    private boolean up;

    StoreHealth(ObjectStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public synchronized HealthCheckResponse call() {
        if (Elapsed.isOver(GOOD_FOR, asked, clock.instant())) {
            up = answers();
            asked = clock.instant();
        }
        return HealthCheckResponse.named("object store").status(up).build();
    }

    private boolean answers() {
        try {
            store.check();
            return true;
        } catch (RuntimeException down) {
            return false;
        }
    }
}
