package vestibule.intake.body;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How request bodies are read. */
@ConfigMapping(prefix = "vestibule.http")
public interface BodyConfig {

    /**
     * A body from which nothing comes for this long is given up: the connection is closed, nothing
     * is kept.
     */
    @WithDefault("30s")
    Duration bodyIdleTimeout();
}
