package vestibule.intake.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.Caller;
import vestibule.intake.access.Credentials.Identity.Known;
import vestibule.intake.access.RateLimiter.Count;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RateLimiterTest {

    private static final RateLimit LIMIT = new RateLimit(50, Duration.ofSeconds(1));

    private final HandClock clock = new HandClock();
    private final RateLimiter limiter = new RateLimiter(clock);

    @Test
    void refuses_the_51st_and_says_so_as_envoy_does() {
        assertThat(spend("acme", 50).headers(RateLimiting.Headers.ENVOY))
                .containsOnly(
                        Map.entry("x-ratelimit-limit", "50, 50;w=1"),
                        Map.entry("x-ratelimit-remaining", "0"),
                        Map.entry("x-ratelimit-reset", "1"));

        var refused = spend("acme", 1);

        assertThat(refused.within()).isFalse();
        assertThat(refused.headers(RateLimiting.Headers.ENVOY))
                .containsEntry("x-envoy-ratelimited", "true")
                .containsEntry("Retry-After", "1")
                .containsEntry("x-ratelimit-remaining", "0");
        assertThat(refused.headers(RateLimiting.Headers.NONE)).containsOnlyKeys("Retry-After");
    }

    @Test
    void gives_all_back_together() {
        spend("acme", 50);

        clock.advance(Duration.ofMillis(999));
        assertThat(spend("acme", 1).within()).isFalse();

        clock.advance(Duration.ofMillis(1));
        assertThat(spend("acme", 1).remaining()).isEqualTo(49);
    }

    @Test
    void counts_each_client_alone() {
        spend("acme", 50);

        assertThat(spend("bolt", 1).remaining()).isEqualTo(49);
    }

    @Test
    void counts_each_owner_of_a_client_alone() {
        spend(new Caller("acme", "jane"), 50);

        assertThat(spend(new Caller("acme", "joe"), 1).remaining()).isEqualTo(49);
        assertThat(spend(new Caller("acme", "jane"), 1).within()).isFalse();
    }

    @Test
    void counts_each_key_alone_where_a_key_is_named() {
        spend(Known.by("old", Caller.of("acme")), 50);

        assertThat(spend(Known.by("new", Caller.of("acme")), 1).remaining()).isEqualTo(49);
        assertThat(spend(Known.by("old", Caller.of("acme")), 1).within()).isFalse();
    }

    @Test
    void goes_on_counting_when_very_many_come() {
        spend("acme", 50);

        IntStream.range(0, 10_001).forEach(i -> spend(new Caller("bolt", "owner-" + i), 1));

        assertThat(spend("acme", 1).within()).isFalse();
    }

    @Test
    void starts_anew_when_the_limit_changes() {
        spend("acme", 50);

        var count =
                limiter.count(
                        new Known(Caller.of("acme")), new RateLimit(2, Duration.ofMinutes(1)));

        assertThat(count.remaining()).isEqualTo(1);
        assertThat(count.headers(RateLimiting.Headers.ENVOY))
                .containsEntry("x-ratelimit-limit", "2, 2;w=60")
                .containsEntry("x-ratelimit-reset", "60");
    }

    private Count spend(String client, int requests) {
        return spend(Caller.of(client), requests);
    }

    private Count spend(Caller caller, int requests) {
        return spend(new Known(caller), requests);
    }

    private Count spend(Known caller, int requests) {
        Count last = limiter.count(caller, LIMIT);
        for (int i = 1; i < requests; i++) {
            last = limiter.count(caller, LIMIT);
        }
        return last;
    }

    /** Stands still until told otherwise. */
    private static final class HandClock implements TimeMeter {

        private long nanos = 250_000_000;

        void advance(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
