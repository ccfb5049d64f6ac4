package vestibule.intake.access;

import java.time.Duration;

/**
 * So many requests per fixed window; 0 requests means no limit. The window has whole milliseconds,
 * 1 ms to 1 day.
 */
public record RateLimit(int requests, Duration window) {

    private static final Duration LONGEST = Duration.ofDays(1);

    public RateLimit {
        BrokenAccess.unless(requests >= 0, "rate-limit.requests must be 0 or more");
        BrokenAccess.unless(
                window != null && window.toMillis() >= 1 && window.compareTo(LONGEST) <= 0,
                "rate-limit.window must be between 1 ms and 1 day");
    }

    public boolean off() {
        return requests == 0;
    }
}
