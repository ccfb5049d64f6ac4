package vestibule.intake;

import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * New ids, as UUIDs of version 7 (RFC 9562): they grow with time, so rows and keys lie in order.
 */
public final class Ids {

    private final TimeBasedEpochGenerator generator;

    public Ids(Clock clock) {
        generator = new TimeBasedEpochGenerator(new SecureRandom(), ticking(clock));
    }

    public UUID next() {
        return generator.generate();
    }

    /** Strict: what {@link UUID#fromString} would pad is no id. */
    public static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text))
                    .filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static UUIDClock ticking(Clock clock) {
        return new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        };
    }
}
