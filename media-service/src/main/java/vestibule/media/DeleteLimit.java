package vestibule.media;

import java.time.Duration;
import java.util.function.Function;

/** How many sessions an integration may have erased. */
enum DeleteLimit {
    OFF,
    /** 5 per hour and 10 per 24 h. */
    VENDOR;

    private static final int PER_HOUR = 5;
    private static final int PER_DAY = 10;

    /**
     * Whether {@link #VENDOR}'s is reached.
     *
     * @param within how many were erased in the time before now
     */
    static boolean isReached(Function<Duration, Long> within) {
        return within.apply(Duration.ofHours(1)) >= PER_HOUR
                || within.apply(Duration.ofDays(1)) >= PER_DAY;
    }
}
