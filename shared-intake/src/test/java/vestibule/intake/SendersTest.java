package vestibule.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.storage.StoreSettings;

/** As many as there are senders have one each, and one more waits. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SendersTest {

    /** More than anybody's patience. */
    private static final long LONG_MILLIS = 1_700;

    private final Senders senders = new Senders(StoreSettings.DEFAULT);
    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private final CompletableFuture<String> waiting = behindAll();

    private CompletableFuture<String> behindAll() {
        for (var sender = 0; sender < StoreSettings.DEFAULT.senders(); sender++) {
            var unused = senders.supply(answer::join);
        }
        return senders.supply(() -> "done");
    }

    @AfterEach
    void stop() {
        answer.complete("too late");
        senders.stop(new ShutdownEvent());
    }

    @Test
    void whoever_waits_is_told_so_when_all_are_stuck() throws Exception {
        TimeUnit.MILLISECONDS.sleep(LONG_MILLIS);
        answer.completeExceptionally(new IllegalStateException("the database hangs"));

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(OutOfTime.class);
    }

    @Test
    void whoever_waits_is_served_where_the_queue_moves() throws Exception {
        TimeUnit.MILLISECONDS.sleep(LONG_MILLIS);
        answer.complete("slow, but done");

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }

    @Test
    void whoever_waits_behind_parts_that_arrive_is_served() throws Exception {
        TimeUnit.MILLISECONDS.sleep(LONG_MILLIS);
        senders.moved();
        answer.completeExceptionally(new IllegalStateException("another upload failed"));

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }
}
