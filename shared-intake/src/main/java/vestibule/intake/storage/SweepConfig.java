package vestibule.intake.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When what nobody claims is removed. */
@ConfigMapping(prefix = "vestibule.sweep")
public interface SweepConfig {

    /**
     * How old an object without a row, or an upload that was not completed, must be; longer than
     * the longest upload takes. An upload that takes longer is refused as in an outage.
     */
    @WithDefault("1h")
    Duration grace();

    /**
     * How far back arrivals are looked through after a start, hour by hour of every tenant; later
     * runs look through what is new. An orphan from before a longer time without a sweep stays:
     * raise this once.
     */
    @WithDefault("3d")
    Duration lookback();

    /** How long after the start orphans are looked for the first time. */
    @WithDefault("1m")
    Duration delay();

    /** How often orphans are looked for. */
    @WithDefault("10m")
    Duration every();
}
