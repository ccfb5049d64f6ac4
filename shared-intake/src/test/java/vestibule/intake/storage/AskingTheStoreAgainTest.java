package vestibule.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vestibule.intake.Eventually.eventually;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The store as services have it, in front of one that answers as it is told. */
@QuarkusTest
@TestProfile(OnlyTheStore.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AskingTheStoreAgainTest {

    private static final int BREAKER_WINDOW = 20;

    @Inject ObjectStore store;

    @RegisterExtension final PlayedStore played = new PlayedStore(this::answer);

    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int usualAnswer = 200;

    @Test
    void a_failure_that_passes_is_not_seen() {
        store.check();
        answers.add(503);

        store.check();

        assertThat(asked).hasValue(3);
    }

    @Test
    void a_failure_that_stays_is_an_outage() {
        usualAnswer = 503;

        assertThatThrownBy(store::check).isInstanceOf(StoreUnavailable.class);

        assertThat(asked.get()).isBetween(2, 3);
    }

    @Test
    void our_own_fault_is_not_repeated_and_the_store_still_asked() {
        usualAnswer = 400;

        IntStream.range(0, 2 * BREAKER_WINDOW)
                .forEach(call -> assertThatThrownBy(store::check).isInstanceOf(StoreRefused.class));

        assertThat(asked).hasValue(2 * BREAKER_WINDOW);
    }

    @Test
    void a_store_that_keeps_failing_is_left_alone_until_it_is_well() throws Throwable {
        usualAnswer = 503;
        var failures =
                IntStream.range(0, 3 * BREAKER_WINDOW)
                        .mapToObj(call -> catchThrowable(store::check))
                        .toList();
        assertThat(failures).hasAtLeastOneElementOfType(CircuitBreakerOpenException.class);

        usualAnswer = 200;
        eventually(
                Duration.ofSeconds(10),
                () -> {
                    store.check();
                    store.check();
                    store.check();
                });
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var told = answers.poll();
        exchange.sendResponseHeaders(told != null ? told : usualAnswer, -1);
        exchange.close();
    }
}
