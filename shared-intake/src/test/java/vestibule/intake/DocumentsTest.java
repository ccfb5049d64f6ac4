package vestibule.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.body.BufferBudget;
import vestibule.intake.body.BufferLease;
import vestibule.intake.body.Flow;
import vestibule.intake.body.Hash;
import vestibule.intake.body.Leases;
import vestibule.intake.scan.DocumentScan;
import vestibule.intake.storage.InMemoryObjectStore;
import vestibule.intake.storage.ObjectStore;
import vestibule.intake.storage.ObjectWriter;
import vestibule.intake.storage.TestStore;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentsTest {

    private static final int CHUNK = BufferBudget.CHUNK_BYTES;
    private static final int PART = 4 * CHUNK;

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final BufferBudget budget = new BufferBudget(6L * CHUNK, 10);
    private final BufferLease lease = Leases.from(budget, 5);
    private final Documents documents = documents(10L * PART);

    @AfterEach
    void all_memory_comes_back() {
        documents.close();
        assertThat(budget.reservedBytes()).isZero();
    }

    private Documents documents(long coming) {
        return new Documents(
                UUID::toString,
                new ObjectWriter.Surroundings(store, Runnable::run, lease, new NoBrake(), PART),
                () -> DocumentScan.NONE,
                () -> coming);
    }

    @Test
    void sends_the_document_before_unseen_when_there_is_no_room_for_the_next_one() {
        receive(3 * CHUNK);
        assertThat(unfinished()).isEmpty();

        receive(3 * CHUNK);

        assertThat(unfinished()).hasSize(1);
        assertThat(stored("")).isEmpty();
    }

    @Test
    void
            outlive_a_sweep_only_if_they_are_committed_before_it_may_look_counted_from_the_beginning() {
        assertThat(documents.outlive(Duration.ofHours(1))).isTrue();
        assertThat(documents.outlive(Documents.COMMITTED_WITHIN)).isFalse();
    }

    @Test
    void keeps_in_memory_what_fits() {
        var few = documents(CHUNK);
        receive(few, CHUNK);
        receive(few, CHUNK);

        assertThat(unfinished()).isEmpty();
        few.close();
    }

    @Test
    void completes_what_was_sent_before_its_time_with_all_of_its_bytes() throws IOException {
        var all = List.of(receive(3 * CHUNK), receive(PART + 1), receive(17));

        documents.complete(all);

        for (var document : all) {
            try (var bytes = store.open(document.key()).orElseThrow()) {
                var sha256 = Hash.sha256().digest(bytes.readAllBytes());
                assertThat(HexFormat.of().formatHex(sha256)).isEqualTo(document.sha256());
            }
        }
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void forgets_all_of_them_when_none_is_completed() {
        receive(3 * CHUNK);
        receive(PART + 1);

        documents.close();

        assertThat(unfinished()).isEmpty();
        assertThat(stored("")).isEmpty();
    }

    @Test
    void removes_what_was_completed_in_vain() {
        var all = List.of(receive(3 * CHUNK), receive(17));
        documents.complete(all);

        documents.remove(all);

        assertThat(stored("")).isEmpty();
    }

    private ReceivedDocument receive(int length) {
        return receive(documents, length);
    }

    private static ReceivedDocument receive(Documents into, int length) {
        var document = into.open(UUID.randomUUID(), Long.MAX_VALUE);
        document.accept(new byte[length], 0, length);
        return document.end();
    }

    private List<ObjectStore.Unfinished> unfinished() {
        var found = new ArrayList<ObjectStore.Unfinished>();
        store.unfinished("", found::add);
        return found;
    }

    private List<ObjectStore.Stored> stored(String prefix) {
        return TestStore.list(store, prefix);
    }

    private static final class NoBrake implements Flow {

        @Override
        public void hold() {}

        @Override
        public void resume() {}

        @Override
        public void giveUp(Throwable cause) {
            throw new AssertionError(cause);
        }
    }
}
