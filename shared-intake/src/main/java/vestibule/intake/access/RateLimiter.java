package vestibule.intake.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vestibule.intake.access.Credentials.Identity.Known;

/**
 * Counts the requests of each caller, or of each key where one is named, in fixed windows: all of a
 * window come back together.
 */
@Singleton
class RateLimiter {

    private final TimeMeter meter;

    private static final int MANY = 10_000;

    private final Map<Known, Counter> counters = new ConcurrentHashMap<>();

    /** Above so many, those whose window has ended are let go: they would start anew anyway. */
    private volatile int many = MANY;

    private record Counter(RateLimit limit, Bucket bucket) {

        boolean isIdle() {
            return bucket.getAvailableTokens() >= limit.requests();
        }
    }

    /**
     * Where a caller stands after a request was counted; {@code reset} is until its window ends.
     */
    record Count(boolean within, RateLimit limit, long remaining, Duration reset) {

        /** The names and forms are those of Envoy's rate limit filter. */
        Map<String, String> headers(RateLimiting.Headers style) {
            var seconds = Long.toString(wholeSeconds(reset));
            var headers = new HashMap<String, String>();
            if (!within) {
                headers.put(HttpHeaders.RETRY_AFTER, seconds);
            }
            if (style == RateLimiting.Headers.ENVOY) {
                var window = wholeSeconds(limit.window());
                headers.put(
                        "x-ratelimit-limit",
                        "%1$d, %1$d;w=%2$d".formatted(limit.requests(), window));
                headers.put("x-ratelimit-remaining", Long.toString(remaining));
                headers.put("x-ratelimit-reset", seconds);
                if (!within) {
                    headers.put("x-envoy-ratelimited", "true");
                }
            }
            return Map.copyOf(headers);
        }

        private static long wholeSeconds(Duration time) {
            return Math.max(1, time.plusSeconds(1).minusNanos(1).toSeconds());
        }
    }

    /** By a time that never steps back: a clock that is set back would stop the windows. */
    @Inject
    RateLimiter() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimiter(TimeMeter meter) {
        this.meter = meter;
    }

    Count count(Known known, RateLimit limit) {
        var counter =
                counters.compute(
                        known,
                        (_, now) -> now != null && now.limit().equals(limit) ? now : start(limit));
        var probe = counter.bucket().tryConsumeAndReturnRemaining(1);
        if (counters.size() > many) {
            counters.values().removeIf(Counter::isIdle);
            // Where few could go, they are looked through again only once they are twice as many.
            many = Math.max(MANY, 2 * counters.size());
        }
        return new Count(
                probe.isConsumed(),
                limit,
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    private Counter start(RateLimit limit) {
        var window =
                Bandwidth.builder()
                        .capacity(limit.requests())
                        .refillIntervally(limit.requests(), limit.window())
                        .build();
        var bucket = Bucket.builder().addLimit(window).withCustomTimePrecision(meter).build();
        return new Counter(limit, bucket);
    }
}
