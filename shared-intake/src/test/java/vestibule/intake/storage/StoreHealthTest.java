package vestibule.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreHealthTest {

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final CheckedStore store = new CheckedStore();
    private final StoreHealth health = new StoreHealth(store, clock);

    @Test
    void is_up_while_the_store_answers() {
        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void asks_the_store_once_in_two_seconds() {
        health.call();
        now = now.plusMillis(1999);
        health.call();

        assertThat(store.checks).isEqualTo(1);
    }

    @Test
    void sees_an_outage_and_its_end() {
        health.call();
        store.down = true;
        now = now.plus(Duration.ofSeconds(2));
        assertThat(health.call().getStatus()).isEqualTo(Status.DOWN);

        store.down = false;
        now = now.plus(Duration.ofSeconds(2));
        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void sees_the_end_of_an_outage_when_the_clock_was_set_back() {
        store.down = true;
        health.call();

        store.down = false;
        now = now.minus(Duration.ofHours(1));
        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
    }

    private static final class CheckedStore extends InMemoryObjectStore {

        private boolean down;
        private int checks;

        @Override
        public void check() {
            checks++;
            if (down) {
                throw new StoreUnavailable("down", new IOException());
            }
        }
    }
}
