package vestibule.intake.storage;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

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
        if (isOld(Duration.between(asked, clock.instant()))) {
            up = answers();
            asked = clock.instant();
        }
        return HealthCheckResponse.named("object store").status(up).build();
    }

    /** Of an answer from the future nobody knows how old it is: the clock was set back. */
    private static boolean isOld(Duration age) {
        return age.isNegative() || age.compareTo(GOOD_FOR) >= 0;
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
