package vestibule.intake.outbox;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/** How committed events are carried to Kafka. */
@ConfigMapping(prefix = "vestibule.outbox")
public interface OutboxConfig {

    /**
     * How often the relay looks for rows that another replica wrote, and a waiting relay for the
     * lock; 10 ms to 1 minute. Rows of the relay's own process wake it at once.
     */
    @WithDefault("250ms")
    @WithConverter(PollInterval.class)
    Duration pollInterval();

    /** How many events are sent before their acknowledgements are awaited; 1 to 10000. */
    @WithDefault("500")
    @WithConverter(BatchSize.class)
    int batchSize();

    /** Refuses what would spin or sleep. */
    final class PollInterval implements Converter<Duration> {

        private static final Duration SHORTEST = Duration.ofMillis(10);
        private static final Duration LONGEST = Duration.ofMinutes(1);

        @Override
        public Duration convert(String value) {
            var interval = DurationConverter.parseDuration(value);
            if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("must be 10ms to 1m, not " + value);
            }
            return interval;
        }
    }

    /** Refuses what would stand still or fill the memory. */
    final class BatchSize implements Converter<Integer> {

        private static final int LARGEST = 10_000;

        @Override
        public Integer convert(String value) {
            int size = Integer.parseInt(value);
            if (size < 1 || size > LARGEST) {
                throw new IllegalArgumentException("must be 1 to 10000, not " + value);
            }
            return size;
        }
    }
}
