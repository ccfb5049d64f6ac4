package vestibule.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void of_one_name_never_overlap() throws Exception {
        var inside = new AtomicInteger();
        Callable<Integer> turn =
                () ->
                        turns.take(
                                "one",
                                () -> false,
                                () -> {
                                    int together = inside.incrementAndGet();
                                    Thread.yield();
                                    inside.decrementAndGet();
                                    return together;
                                });
        try (var threads = Executors.newFixedThreadPool(8)) {
            var together = threads.invokeAll(Collections.nCopies(500, turn));

            assertThat(together).extracting(Future::resultNow).containsOnly(1);
        }
    }

    @Test
    void are_given_up_when_nothing_moves() throws Exception {
        var held = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var holder =
                CompletableFuture.runAsync(
                        () -> turns.take("one", () -> false, () -> hold(held, end)));
        held.await();

        assertThatThrownBy(() -> turns.take("one", () -> true, () -> "never"))
                .isInstanceOf(OutOfTime.class);

        end.countDown();
        holder.get();
        assertThat(turns.<String>take("one", () -> true, () -> "free again"))
                .isEqualTo("free again");
    }

    private static boolean hold(CountDownLatch held, CountDownLatch end) {
        held.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }
}
