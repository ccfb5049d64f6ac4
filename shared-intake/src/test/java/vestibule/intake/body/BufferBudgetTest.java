package vestibule.intake.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BufferBudgetTest {

    private static final int CHUNK = BufferBudget.CHUNK_BYTES;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final CompletionStage<?> STAYS = new CompletableFuture<>();

    private final BufferBudget budget = new BufferBudget(10L * CHUNK, 10_000);

    @Test
    void admits_while_there_is_room() {
        assertThat(admit(4)).isDone();
        assertThat(admit(6)).isDone();
        assertThat(budget.reservedBytes()).isEqualTo(10L * CHUNK);
    }

    @Test
    void lets_the_rest_wait_until_there_is() {
        var first = Leases.from(budget, 8);
        var second = admit(4);
        assertThat(second).isNotDone();
        assertThat(budget.waiting()).isEqualTo(1);

        first.close();

        assertThat(second).isDone();
        assertThat(budget.waiting()).isZero();
        assertThat(budget.reservedBytes()).isEqualTo(4L * CHUNK);
    }

    @Test
    void turns_away_at_once_who_would_wait_behind_too_many() {
        var crowded = new BufferBudget(CHUNK, 1);
        crowded.admit(1, LONG, STAYS);
        crowded.admit(1, LONG, STAYS);

        var third = crowded.admit(1, LONG, STAYS).toCompletableFuture();

        assertThat(third).isCompletedExceptionally();
        assertThat(crowded.waiting()).isEqualTo(1);
    }

    @Test
    void keeps_the_order_of_those_who_wait() {
        var first = Leases.from(budget, 8);
        var large = admit(9);
        var small = admit(1);

        assertThat(small).isNotDone();

        first.close();
        assertThat(large).isDone();
        assertThat(small).isDone();
    }

    @Test
    void lets_small_uploads_pass_large_ones_in_what_is_kept_for_them() {
        var wide = new BufferBudget(64L * CHUNK, 10_000);
        var slow = Leases.from(wide, 1000);
        var large = wide.admit(10, LONG, STAYS).toCompletableFuture();

        var small = wide.admit(3, LONG, STAYS).toCompletableFuture();
        var next = wide.admit(3, LONG, STAYS).toCompletableFuture();

        assertThat(large).isNotDone();
        assertThat(small).isDone();
        assertThat(next).isNotDone();

        small.join().close();
        assertThat(next).isDone();
        assertThat(large).isNotDone();

        slow.close();
        assertThat(large).isDone();
    }

    @Test
    void lets_no_stream_of_small_uploads_keep_a_large_one_waiting() {
        var wide = new BufferBudget(64L * CHUNK, 10_000);
        var small = new ArrayDeque<BufferLease>();
        for (var i = 0; i < 21; i++) {
            small.add(Leases.from(wide, 3));
        }
        var large = wide.admit(60, LONG, STAYS).toCompletableFuture();

        // As many more as went before, each as one goes.
        for (var i = 0; i < 21; i++) {
            wide.admit(3, LONG, STAYS).thenAccept(small::add);
            small.remove().close();
        }

        assertThat(large).isDone();
    }

    @Test
    void admits_whoever_fits_where_nobody_may_wait() {
        var impatient = new BufferBudget(2L * CHUNK, 0);

        assertThat(impatient.admit(2, LONG, STAYS)).isCompleted();
        assertThat(impatient.admit(1, LONG, STAYS)).isCompletedExceptionally();
    }

    @Test
    void cuts_a_wish_to_what_there_is() {
        assertThat(admit(1000)).isDone();
        assertThat(budget.reservedBytes()).isEqualTo(budget.capacityBytes());
    }

    @Test
    void tells_an_upload_whose_patience_ends() {
        var lease = Leases.from(budget, 10);

        var late = budget.admit(1, Duration.ofMillis(20), STAYS).toCompletableFuture();

        assertThatThrownBy(() -> late.get(10, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(TimeoutException.class);
        assertThat(budget.waiting()).isZero();
        lease.close();
        assertThat(budget.reservedBytes()).isZero();
    }

    @Test
    void lets_those_behind_an_impatient_one_pass() throws Exception {
        var lease = Leases.from(budget, 8);
        var impatient = budget.admit(9, Duration.ofMillis(20), STAYS).toCompletableFuture();
        var behind = admit(2);

        assertThat(behind.get(10, TimeUnit.SECONDS)).isNotNull();
        assertThatThrownBy(() -> impatient.get(10, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(TimeoutException.class);
        lease.close();
    }

    @Test
    void keeps_no_place_for_one_that_has_gone() {
        var lease = Leases.from(budget, 8);
        var gone = new CompletableFuture<Void>();
        var left = budget.admit(9, LONG, gone).toCompletableFuture();
        var behind = admit(2);

        gone.complete(null);

        assertThat(behind).isDone();
        assertThat(budget.waiting()).isZero();
        left.join().close();
        assertThat(budget.reservedBytes()).isEqualTo(10L * CHUNK);
        lease.close();
    }

    @Test
    void admits_ten_thousand_at_once() {
        var wide = new BufferBudget(10_000L * CHUNK, 10_000);
        var all = Leases.from(wide, 10_000);
        var waiting = new ArrayList<CompletionStage<BufferLease>>();
        for (var i = 0; i < 10_000; i++) {
            waiting.add(wide.admit(1, LONG, STAYS));
        }

        all.close();

        assertThat(waiting).allMatch(stage -> stage.toCompletableFuture().isDone());
    }

    @Test
    void lends_more_only_while_nobody_waits() {
        var lease = Leases.from(budget, 4);
        lease.tryGrowOnce(2 * CHUNK);
        assertThat(budget.reservedBytes()).isEqualTo(6L * CHUNK);

        lease.tryGrowOnce(2 * CHUNK);
        assertThat(budget.reservedBytes()).isEqualTo(6L * CHUNK);

        var other = Leases.from(budget, 2);
        var waiting = admit(9);
        other.tryGrowOnce(CHUNK);
        assertThat(budget.reservedBytes()).isEqualTo(8L * CHUNK);
        assertThat(waiting).isNotDone();
    }

    @Test
    void takes_back_what_is_out_chunk_by_chunk_after_the_lease_is_closed() {
        var lease = Leases.from(budget, 3);
        var one = lease.take();
        var two = lease.take();

        lease.close();
        lease.close();
        assertThat(budget.reservedBytes()).isEqualTo(2L * CHUNK);

        lease.give(one);
        lease.give(two);
        assertThat(budget.reservedBytes()).isZero();
    }

    @Test
    void takes_back_no_more_than_was_lent_when_an_upload_took_too_much() {
        var lease = Leases.from(budget, 1);
        var one = lease.take();
        var two = lease.take();
        assertThat(lease.hasFree()).isFalse();

        lease.close();
        lease.give(one);
        lease.give(two);

        assertThat(budget.reservedBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 64})
    void loses_nothing_and_never_stands_still_with_many_threads(int chunks) throws Exception {
        var shared = new BufferBudget((long) chunks * CHUNK, 10_000);
        try (var threads = Executors.newFixedThreadPool(16)) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < 16; i++) {
                var random = new Random(i);
                running.add(threads.submit(() -> uploads(shared, random)));
            }
            for (var each : running) {
                each.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(shared.reservedBytes()).isZero();
        assertThat(shared.waiting()).isZero();
        keepsItsShareForSmallOnes(shared);
    }

    private static void keepsItsShareForSmallOnes(BufferBudget shared) {
        var large = Leases.from(shared, 1000);
        var waiting = shared.admit(10, LONG, STAYS).toCompletableFuture();
        var kept = shared.capacityBytes() - shared.reservedBytes();
        for (var at = CHUNK; at <= kept; at += CHUNK) {
            assertThat(shared.admit(1, LONG, STAYS)).isCompleted();
        }
        assertThat(shared.reservedBytes()).isEqualTo(shared.capacityBytes());
        large.close();
        assertThat(waiting).isDone();
    }

    /** Each takes all it may before it gives anything back, as a large upload does. */
    private static void uploads(BufferBudget shared, Random random) {
        for (var i = 0; i < 500; i++) {
            var impatient = random.nextInt(5) == 0;
            var chunks = 1 + random.nextInt(10);
            shared.admit(chunks, impatient ? Duration.ofNanos(1) : LONG, STAYS)
                    .handle((lease, impatience) -> lease)
                    .thenAccept(lease -> use(lease, chunks))
                    .toCompletableFuture()
                    .join();
        }
    }

    private static void use(BufferLease lease, int chunks) {
        if (lease == null) {
            return;
        }
        var taken = new ArrayList<byte[]>();
        lease.tryGrowOnce(CHUNK);
        for (var i = 0; i < chunks; i++) {
            taken.add(lease.take());
        }
        taken.removeLast();
        taken.forEach(lease::give);
        lease.close();
        lease.give(new byte[CHUNK]);
    }

    private CompletableFuture<BufferLease> admit(int chunks) {
        return budget.admit(chunks, LONG, STAYS).toCompletableFuture();
    }
}
