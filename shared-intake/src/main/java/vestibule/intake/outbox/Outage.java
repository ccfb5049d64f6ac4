package vestibule.intake.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** One outage of a neighbour: a line in the log when it begins and one when it ends. */
final class Outage {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final int LONGEST_SHIFT = 4;

    private final String neighbour;
    private final Clock clock;
    private Optional<Instant> since = Optional.empty();
    private int attempts;

    Outage(String neighbour, Clock clock) {
        this.neighbour = neighbour;
        this.clock = clock;
    }

    void goesOn(Throwable reason) {
        if (since.isEmpty()) {
            since = Optional.of(clock.instant());
            LOG.warnf("outbox: %s unreachable since now, events wait: %s", neighbour, reason);
        }
    }

    boolean over() {
        attempts = 0;
        boolean was = since.isPresent();
        since.ifPresent(
                start ->
                        LOG.infof(
                                "outbox: %s back after being unreachable since %s",
                                neighbour, start));
        since = Optional.empty();
        return was;
    }

    /** How long to wait before the next attempt: doubling from 0.2 s to 3.2 s, less up to half. */
    Duration backoff() {
        long longest = SHORTEST.toMillis() << Math.min(attempts++, LONGEST_SHIFT);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }
}
