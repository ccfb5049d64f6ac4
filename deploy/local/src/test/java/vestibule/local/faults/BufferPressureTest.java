package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The budget holds one large upload; the first one halts half way and keeps it. */
@Timeout(180)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BufferPressureTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long KEPT_BY_SOCKETS = 16 * Movie.MIB;

    private final Movie first = Movie.ofMiB(40, System.nanoTime());
    private final Movie second = Movie.ofMiB(40, System.nanoTime());
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void an_upload_beyond_the_budget_waits_with_its_bytes_unread_and_then_arrives()
            throws Exception {
        try (var server = withPatience("120s");
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var holding =
                    clients.submit(
                            () -> server.client().upload(first, first.size() / 2, goOn::await));
            Eventually.is("holds the budget", SOON, () -> reserved(server) > 0);
            var readBefore = server.innards().bytesRead();
            var waiting = clients.submit(() -> server.client().upload(second));
            Eventually.is("waits", SOON, () -> waiting(server) == 1);

            assertThat(waiting.isDone()).isFalse();
            assertThat(server.innards().bytesRead() - readBefore)
                    .isLessThan(first.size() / 2 + KEPT_BY_SOCKETS);
            goOn.countDown();
            assertThat(holding.get().status()).isEqualTo(201);
            assertThat(waiting.get().status()).isEqualTo(201);
            Eventually.is("buffers are free", SOON, () -> reserved(server) == 0);
        }
    }

    @Test
    void an_upload_that_waits_longer_than_the_patience_is_told_to_come_again() throws Exception {
        try (var server = withPatience("1s");
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var holding =
                    clients.submit(
                            () -> server.client().upload(first, first.size() / 2, goOn::await));
            Eventually.is("holds the budget", SOON, () -> reserved(server) > 0);

            var answer = server.client().upload(second);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).contains("5");
            assertThat(answer.body()).contains("service.unavailable");
            goOn.countDown();
            assertThat(holding.get().status()).isEqualTo(201);
        }
    }

    private static PackagedService withPatience(String patience) {
        return Stage.fileServer(
                Map.of(
                        "vestibule.store.buffer-budget",
                        "9M",
                        "vestibule.store.buffer-patience",
                        patience));
    }

    private static double reserved(PackagedService server) throws Exception {
        return server.metric("vestibule_buffer_reserved_bytes");
    }

    private static double waiting(PackagedService server) throws Exception {
        return server.metric("vestibule_buffer_waiting_uploads");
    }
}
