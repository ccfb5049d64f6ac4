package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How far events are behind their commits; prints what a design figure is judged by. */
@Tag("long")
@Timeout(600)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboxFiguresTest {

    private static final int PER_SECOND = 300;

    /** Before so many the JIT compiler has its say beside the service. */
    private static final int WARM_UP = 30_000;

    private static final int MEASURED = 3_000;
    private static final int WAITING = 10_000;
    private static final int SENDERS = 32;
    private static final Duration SOON = Duration.ofSeconds(120);

    private final Books books = Stage.books();
    private final AtomicLong seeds = new AtomicLong(System.nanoTime());
    private final PackagedService server = Stage.fileServer(Map.of(Stage.JVM_OPTIONS, ""));

    @AfterEach
    void stop() {
        server.close();
        Stage.mend();
    }

    @Test
    void an_event_is_read_soon_after_its_commit() throws Exception {
        try (var events = new Events(Stage.stack()).onlyNew();
                var sender = Executors.newSingleThreadExecutor()) {
            sender.submit(() -> upload(WARM_UP, Integer.MAX_VALUE)).get();
            events.all(WARM_UP);
            var begun = Instant.now();
            var took = sender.submit(() -> upload(MEASURED, PER_SECOND));
            var told = events.all(WARM_UP + MEASURED);
            var behind = behind(told, begun);
            var rate = MEASURED / Math.max(took.get().toMillis() / 1000.0, 0.001);

            System.out.printf(
                    "commit to consumer at %.0f documents/s: p50 %d ms, p99 %d ms (%d)%n",
                    rate, at(behind, 50), at(behind, 99), behind.size());
            assertThat(behind).hasSize(MEASURED);
        }
    }

    @Test
    void what_waited_for_Kafka_is_told_once_it_is_back() throws Exception {
        Stage.stack().kafka().stop();
        upload(WAITING, Integer.MAX_VALUE);
        assertThat(books.waitingEvents()).isEqualTo(WAITING);

        Stage.stack().kafka().start();
        var back = System.nanoTime();
        Eventually.is("begins", SOON, () -> books.waitingEvents() < WAITING);
        var begun = System.nanoTime();
        Eventually.is("all is told", SOON, () -> books.waitingEvents() == 0);

        System.out.printf(
                "%d waiting rows: told %d ms after Kafka was back, in %d ms from the first%n",
                WAITING,
                Duration.ofNanos(System.nanoTime() - back).toMillis(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    /** Evenly spread over time, as far as the machine can. */
    private Duration upload(int count, int perSecond) {
        var begun = System.nanoTime();
        var next = new AtomicLong();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SENDERS; i++) {
                threads.execute(
                        () -> {
                            for (long turn = next.getAndIncrement();
                                    turn < count;
                                    turn = next.getAndIncrement()) {
                                var due = begun + turn * 1_000_000_000L / perSecond;
                                LockSupport.parkNanos(due - System.nanoTime());
                                one();
                            }
                        });
            }
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void one() {
        try {
            var paper = new Paper(1_000, seeds.incrementAndGet());
            var answer = server.client().send(Vendor.FILE.upload("", paper));
            if (answer.status() != 201) {
                throw new AssertionError(answer);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Events.Told> documents(List<Events.Told> told) {
        var documents = new HashMap<String, Events.Told>();
        told.forEach(one -> documents.putIfAbsent(one.documentId(), one));
        return documents;
    }

    /** From the transaction's own time to the consumer's hand, ascending. */
    private List<Long> behind(List<Events.Told> told, Instant since) throws SQLException {
        var times = books.eventTimes(since);
        return documents(told).values().stream()
                .filter(one -> times.containsKey(one.documentId()))
                .map(one -> Duration.between(times.get(one.documentId()), one.read()).toMillis())
                .sorted()
                .toList();
    }

    private static long at(List<Long> ascending, int percent) {
        return ascending.get((ascending.size() - 1) * percent / 100);
    }
}
