package vestibule.intake;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import vestibule.intake.body.BodyConfig;
import vestibule.intake.ledger.RetentionConfig;
import vestibule.intake.storage.StoreConfig;
import vestibule.intake.storage.SweepConfig;

/** Stops the start on a setting that cannot be right, naming its key. */
@Singleton
class SettingsCheck {

    /** Leaves an upload four seconds to come in and complete its objects in. */
    private static final Duration SHORTEST_GRACE =
            Documents.COMMITTED_WITHIN.plus(Duration.ofSeconds(4));

    /** What is shorter is a slip of the hand, and would purge what has hardly been read. */
    private static final Duration SHORTEST_STAY = Duration.ofHours(1);

    void check(
            @Observes StartupEvent starting,
            BodyConfig body,
            ContentConfig content,
            StoreConfig store,
            SweepConfig sweep,
            RetentionConfig retention) {
        atLeast("vestibule.http.body-idle-timeout", body.bodyIdleTimeout(), Duration.ofMillis(100));
        atLeast("vestibule.content.max-pixels", content.maxPixels(), 1L);
        atLeast("vestibule.content.max-side", content.maxSide(), 1L);
        atLeast("vestibule.store.buffer-patience", store.bufferPatience(), Duration.ofMillis(1));
        atLeast("vestibule.store.senders", store.senders(), 1);
        atLeast("vestibule.store.downloads", store.downloads(), 1);
        atLeast("vestibule.store.waiting-uploads", store.waitingUploads(), 0);
        atLeast("vestibule.sweep.grace", sweep.grace(), SHORTEST_GRACE);
        atLeast("vestibule.sweep.lookback", sweep.lookback(), sweep.grace());
        retention
                .keep()
                .ifPresent(keep -> atLeast("vestibule.retention.keep", keep, SHORTEST_STAY));
    }

    private static <T extends Comparable<T>> void atLeast(String key, T value, T least) {
        if (value.compareTo(least) < 0) {
            throw new ConfigurationException(
                    "%s must be at least %s, not %s".formatted(key, least, value), Set.of(key));
        }
    }
}
