package vestibule.intake.access;

import java.time.Duration;

/** How a service limits its clients; {@code limit} is for those without a limit of their own. */
public record RateLimiting(Mode mode, RateLimit limit, Headers headers) {

    /** Who counts. */
    public enum Mode {
        /** This service, each replica for itself. */
        SERVICE,
        /** The gateway in front: the service neither counts nor sends headers. */
        GATEWAY
    }

    /** What an answer says about the limit; a refusal always has {@code Retry-After}. */
    public enum Headers {
        /** The {@code x-ratelimit-*} headers of Envoy's rate limit filter on every answer. */
        ENVOY,
        NONE
    }

    /** Counted by the service and told to nobody but who is refused. */
    public static RateLimiting of(int requests, Duration window) {
        return of(Mode.SERVICE, requests, window, Headers.NONE);
    }

    public static RateLimiting of(Mode mode, int requests, Duration window, Headers headers) {
        return new RateLimiting(mode, new RateLimit(requests, window), headers);
    }
}
