package vestibule.intake.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long documents are kept. */
@ConfigMapping(prefix = "vestibule.retention")
public interface RetentionConfig {

    /**
     * How long a document is kept, for example {@code 1825d}; at least 1 hour. Written into its row
     * when it comes; without it documents are kept until somebody deletes them.
     */
    Optional<Duration> keep();

    /** How long after the start expired documents are looked for the first time. */
    @WithDefault("2m")
    Duration delay();

    /** How often expired documents are looked for. */
    @WithDefault("10m")
    Duration every();
}
