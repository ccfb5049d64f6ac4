package vestibule.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.body.BufferBudget;
import vestibule.intake.body.BufferLease;
import vestibule.intake.body.Flow;
import vestibule.intake.body.Leases;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ObjectWriterTest {

    private static final int CHUNK = BufferBudget.CHUNK_BYTES;
    private static final int PART = 4 * CHUNK;
    private static final int READ = 64 * 1024;

    private final RecordingStore store = new RecordingStore();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final RecordedFlow flow = new RecordedFlow();
    private final BufferBudget budget = new BufferBudget(5L * CHUNK, 10_000);
    private final BufferLease lease = Leases.from(budget, 5);
    private final ObjectWriter writer = writer(tasks::add);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PART - 1, PART})
    void puts_what_fits_in_one_part_and_only_when_it_is_completed(int length) throws IOException {
        write(writer, bytes(length));
        assertThat(store.calls).isEmpty();

        writer.complete(InMemoryObjectStore.sha256(bytes(length)));

        assertThat(store.calls).containsExactly("put");
        assertThat(stored()).isEqualTo(bytes(length));
    }

    @ParameterizedTest
    @ValueSource(ints = {PART + 1, 2 * PART - 1, 2 * PART, 2 * PART + 1, 7 * PART + 12_345})
    void sends_more_part_by_part_in_order(int length) throws IOException {
        var sending = writer(Runnable::run);
        write(sending, bytes(length));

        sending.complete(InMemoryObjectStore.sha256(bytes(length)));

        assertThat(store.calls).startsWith("begin", "send 1").endsWith("complete");
        assertThat(store.calls).hasSize(2 + Math.ceilDiv(length, PART));
        assertThat(stored()).isEqualTo(bytes(length));
    }

    @Test
    void shows_nothing_before_it_is_completed() {
        var sending = writer(Runnable::run);

        write(sending, bytes(3 * PART));

        assertThat(store.keys()).isEmpty();
    }

    @Test
    void sends_in_order_on_many_threads_while_more_is_written() throws Exception {
        var content = bytes(20 * PART + 5);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var sending = writer(threads::execute);
            write(sending, content);
            sending.sent().toCompletableFuture().get(20, TimeUnit.SECONDS);

            sending.complete(InMemoryObjectStore.sha256(content));
            sending.close();
        }
        lease.close();

        assertThat(stored()).isEqualTo(content);
        assertThat(budget.reservedBytes()).isZero();
    }

    @Nested
    class HoldsTheFlow {

        @Test
        void when_the_next_bytes_would_have_no_room() {
            write(writer, bytes(PART + CHUNK - READ));
            assertThat(flow.events).isEmpty();

            write(writer, bytes(1));

            assertThat(flow.events).containsExactly("hold");
        }

        @Test
        void until_a_part_has_arrived() {
            write(writer, bytes(PART + CHUNK));
            flow.events.clear();

            runTasks();

            assertThat(flow.events).containsExactly("resume");
            assertThat(lease.hasFree()).isTrue();
        }

        @Test
        void later_when_there_is_memory_for_a_second_part() {
            var wide = new BufferBudget(9L * CHUNK, 10_000);
            var writing =
                    new ObjectWriter("k", surroundings(tasks::add, Leases.from(wide, 5), flow));

            write(writing, bytes(2 * PART + CHUNK - READ));

            assertThat(wide.reservedBytes()).isEqualTo(9L * CHUNK);
            assertThat(flow.events).isEmpty();
        }

        @Test
        void never_while_nothing_is_on_its_way() {
            var narrow = Leases.of(1);
            var writing = new ObjectWriter("k", surroundings(tasks::add, narrow, flow));

            write(writing, bytes(PART));

            assertThat(flow.events).isEmpty();
        }
    }

    @Nested
    class GivesUp {

        @Test
        void when_a_part_does_not_arrive() {
            store.failing = true;
            write(writer, bytes(2 * PART + 1));

            runTasks();

            assertThat(flow.events).contains("give up").doesNotContain("resume");
            assertThat(writer.sent().toCompletableFuture()).isCompletedExceptionally();
        }

        @Test
        void and_is_no_movement_for_those_who_wait() {
            var moved = new AtomicInteger();
            var sending = new ObjectWriter("k", surroundings(counting(moved), lease, flow));
            write(sending, bytes(PART + 1));
            assertThat(moved).hasValue(1);

            store.failing = true;
            write(sending, bytes(PART));

            assertThat(moved).hasValue(1);
            sending.close();
        }

        private ObjectWriter.Sender counting(AtomicInteger moved) {
            return new ObjectWriter.Sender() {
                @Override
                public void execute(Runnable task) {
                    task.run();
                }

                @Override
                public void moved() {
                    moved.incrementAndGet();
                }
            };
        }

        @Test
        void and_keeps_nothing() {
            store.failing = true;
            write(writer, bytes(2 * PART + 1));
            runTasks();

            close();

            assertThat(unfinished()).isEmpty();
            assertThat(budget.reservedBytes()).isZero();
        }
    }

    @Nested
    class Closed {

        @Test
        void forgets_what_it_has_sent() {
            write(writer, bytes(PART + 1));
            runTasks();
            assertThat(unfinished()).hasSize(1);

            close();

            assertThat(unfinished()).isEmpty();
            assertThat(store.keys()).isEmpty();
            assertThat(budget.reservedBytes()).isZero();
        }

        @Test
        void waits_for_what_is_on_its_way() {
            write(writer, bytes(PART + 1));

            writer.close();
            assertThat(store.calls).isEmpty();

            runTasks();
            assertThat(store.calls).containsExactly("begin", "send 1", "abort");
        }

        @Test
        void forgets_once_however_often_it_is_closed() {
            write(writer, bytes(PART + 1));

            close();
            close();

            assertThat(store.calls).containsOnlyOnce("abort");
            assertThat(budget.reservedBytes()).isZero();
        }

        @Test
        void leaves_alone_what_is_complete() {
            var content = bytes(PART + 1);
            write(writer, content);
            runTasks();
            writer.complete(InMemoryObjectStore.sha256(content));

            close();

            assertThat(store.calls).doesNotContain("abort");
            assertThat(store.keys()).containsExactly("k");
            assertThat(budget.reservedBytes()).isZero();
        }

        @Test
        void needs_no_thread_when_nothing_was_sent() {
            write(writer, bytes(100));

            writer.close();

            assertThat(tasks).isEmpty();
        }

        private void close() {
            ObjectWriterTest.this.close();
        }
    }

    private void close() {
        writer.close();
        lease.close();
        runTasks();
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    private ObjectWriter writer(ObjectWriter.Sender sender) {
        return new ObjectWriter("k", surroundings(sender, lease, flow));
    }

    private ObjectWriter.Surroundings surroundings(
            ObjectWriter.Sender sender, BufferLease memory, Flow brake) {
        return new ObjectWriter.Surroundings(store, sender, memory, brake, PART);
    }

    /** In arrays as a socket brings them. */
    private static void write(ObjectWriter writer, byte[] content) {
        for (var at = 0; at < content.length; at += READ) {
            writer.write(content, at, Math.min(READ, content.length - at));
        }
    }

    private byte[] stored() throws IOException {
        return store.open("k").orElseThrow().readAllBytes();
    }

    private List<ObjectStore.Unfinished> unfinished() {
        var found = new ArrayList<ObjectStore.Unfinished>();
        store.unfinished("", found::add);
        return found;
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
