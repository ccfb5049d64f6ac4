package vestibule.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.intake.body.Leases.part;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.ServiceName;
import vestibule.intake.storage.ObjectStore.Unfinished;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SweepTest {

    private static final Duration GRACE = Duration.ofHours(1);
    private static final Duration LONG_AFTER = Duration.ofHours(2);
    private static final Duration SOON_AFTER = Duration.ofMinutes(50);

    private static final String OWNER = "file/.owner";

    private final ObjectStore store = TestStore.real();
    private final String tenant = "t-" + UUID.randomUUID();
    private final Set<String> rows = new HashSet<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private String database = store.claim(OWNER, "a-database");

    @Test
    void an_object_without_a_row_goes_after_the_grace() {
        var orphan = stored();

        sweep(LONG_AFTER);

        assertThat(store.open(orphan)).isEmpty();
        assertThat(swept("object")).isEqualTo(1);
    }

    @Test
    void a_claimed_object_stays() {
        var claimed = stored();
        rows.add(claimed);
        var orphan = stored();

        sweep(LONG_AFTER);

        assertThat(store.open(claimed)).isPresent();
        assertThat(store.open(orphan)).isEmpty();
    }

    @Test
    void a_young_object_stays() {
        var young = stored();

        sweep(SOON_AFTER);

        assertThat(store.open(young)).isPresent();
        assertThat(swept("object")).isZero();
    }

    @Test
    void what_arrived_before_the_lookback_is_not_looked_at() {
        var forgotten = stored();

        sweep(Duration.ofDays(4));

        assertThat(store.open(forgotten)).isPresent();
    }

    @Test
    void what_is_looked_through_is_not_looked_through_again() {
        var now = new MovingClock();
        var sweep = sweep(store, now);
        now.move(Duration.ofHours(4));
        sweep.sweep();
        var forgotten = stored();

        sweep.sweep();

        assertThat(store.open(forgotten)).isPresent();
    }

    @Test
    void what_came_late_or_since_is_looked_through_the_next_time() {
        var now = new MovingClock();
        var sweep = sweep(store, now);
        now.move(LONG_AFTER);
        sweep.sweep();
        var late = stored();
        now.move(LONG_AFTER);
        sweep.sweep();

        assertThat(store.open(late)).isEmpty();
    }

    @Test
    void an_old_unfinished_upload_is_aborted() {
        var upload = store.begin(keys(Clock.systemUTC()).of(tenant, UUID.randomUUID()));
        store.send(upload, 1, part(new byte[1000]));

        sweep(LONG_AFTER);

        assertThat(unfinished()).isEmpty();
        assertThat(swept("upload")).isEqualTo(1);
    }

    @Test
    void a_young_unfinished_upload_goes_on() {
        var upload = store.begin(keys(Clock.systemUTC()).of(tenant, UUID.randomUUID()));

        sweep(SOON_AFTER);

        assertThat(unfinished()).extracting(Unfinished::multipart).containsExactly(upload);
        store.abort(upload);
    }

    @Test
    void what_fills_several_pages_goes_whole() {
        var paged = new InMemoryObjectStore();
        for (var i = 0; i < 5; i++) {
            stored(paged);
        }

        sweep(paged, LONG_AFTER);

        assertThat(paged.keys()).containsExactly(OWNER);
        assertThat(swept("object")).isEqualTo(5);
    }

    @Test
    void what_another_database_claims_stays() {
        sweep(LONG_AFTER);
        var foreign = stored();
        var unfinished = store.begin(keys(Clock.systemUTC()).of(tenant, UUID.randomUUID()));
        database = "another-database";

        sweep(LONG_AFTER);

        assertThat(store.open(foreign)).isPresent();
        assertThat(unfinished()).extracting(Unfinished::multipart).containsExactly(unfinished);
        assertThat(meters.get("vestibule.sweeps.refused").counter().count()).isEqualTo(1);
        store.abort(unfinished);
    }

    @Test
    void two_sweeps_at_once_do_no_harm() throws InterruptedException {
        for (var i = 0; i < 5; i++) {
            stored();
        }
        var other = Thread.ofPlatform().start(() -> sweep(LONG_AFTER));

        sweep(LONG_AFTER);
        other.join();

        assertThat(TestStore.list(store, "file/" + tenant)).isEmpty();
    }

    private String stored() {
        return stored(store);
    }

    private String stored(ObjectStore into) {
        var key = keys(Clock.systemUTC()).of(tenant, UUID.randomUUID());
        into.put(key, part(new byte[10]), InMemoryObjectStore.sha256(new byte[10]));
        return key;
    }

    private void sweep(Duration later) {
        sweep(store, later);
    }

    private void sweep(ObjectStore what, Duration later) {
        sweep(what, Clock.offset(Clock.systemUTC(), later)).sweep();
    }

    private Sweep sweep(ObjectStore what, Clock clock) {
        return new Sweep(what, keys(clock), new Rows(rows, database), new Settings(), meters);
    }

    private static ObjectKeys keys(Clock clock) {
        return new ObjectKeys(() -> ServiceName.FILE, clock);
    }

    private List<Unfinished> unfinished() {
        var found = new ArrayList<Unfinished>();
        store.unfinished("file/" + tenant, found::add);
        return found;
    }

    private double swept(String kind) {
        return meters.get("vestibule.swept").tag("kind", kind).counter().count();
    }

    private record Rows(Set<String> all, String claimant) implements Claims {

        @Override
        public Set<String> claimed(Collection<String> keys) {
            var claimed = new HashSet<>(all);
            claimed.retainAll(keys);
            return claimed;
        }
    }

    private record Settings() implements SweepConfig {

        @Override
        public Duration grace() {
            return GRACE;
        }

        @Override
        public Duration lookback() {
            return Duration.ofDays(3);
        }

        @Override
        public Duration delay() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration every() {
            return Duration.ofMinutes(10);
        }
    }

    private static final class MovingClock extends Clock {

        private Duration later = Duration.ZERO;

        void move(Duration further) {
            later = later.plus(further);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(later);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
