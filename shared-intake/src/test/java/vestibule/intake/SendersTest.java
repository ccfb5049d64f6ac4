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

    /** Behind all of them at work for answers. */
    private CompletableFuture<String> behindAnswers() {
        return behind(
                () -> {
                    var unused = senders.supply(answer::join);
                });
    }

    private CompletableFuture<String> behind(Runnable busy) {
        for (var sender = 0; sender < StoreSettings.DEFAULT.senders(); sender++) {
            busy.run();
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
        var waiting = behindAnswers();
        TimeUnit.MILLISECONDS.sleep(LONG_MILLIS);
        answer.completeExceptionally(new IllegalStateException("the database hangs"));

        assertTold(waiting);
    }

    @Test
    void whoever_waits_is_served_where_the_queue_moves() throws Exception {
        var waiting = behindAnswers();
        TimeUnit.MILLISECONDS.sleep(LONG_MILLIS);
        answer.complete("slow, but done");

        assertServed(waiting);
    }

    @Test
    void whoever_waits_behind_parts_that_arrive_is_served() throws Exception {
        var waiting = behind(() -> senders.execute(answer::join));
        TimeUnit.MILLISECONDS.sleep(LONG_MILLIS);
        senders.moved();
        answer.complete("sent");

        assertServed(waiting);
    }

    @Test
    void parts_that_arrive_do_not_vouch_for_what_others_are_at_work_for() throws Exception {
        var waiting = behindAnswers();
        TimeUnit.MILLISECONDS.sleep(LONG_MILLIS);
        senders.moved();
        answer.completeExceptionally(new IllegalStateException("the database hangs"));

        assertTold(waiting);
    }

    private static void assertServed(CompletableFuture<String> waiting) throws Exception {
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }

    private static void assertTold(CompletableFuture<String> waiting) {
        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(OutOfTime.class);
    }
}
