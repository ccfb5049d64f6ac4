package vestibule.intake.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartTest {

    private static final int CHUNK = BufferBudget.CHUNK_BYTES;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17})
    void reads_back_what_was_written_as_often_as_wanted(int length) throws IOException {
        var content = bytes(length);
        var part = Leases.part(content);

        assertThat(part.open().readAllBytes()).isEqualTo(content);
        assertThat(part.open().readAllBytes()).isEqualTo(content);
        assertThat(part.length()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK, 2 * CHUNK + 5})
    void knows_the_crc_of_its_content(int length) {
        var content = bytes(length);
        var crc = new CRC32();
        crc.update(content);

        assertThat(Leases.part(content).crc32()).isEqualTo((int) crc.getValue());
    }

    @Test
    void takes_no_more_than_its_capacity() {
        var part = new Part(Leases.of(2), CHUNK + 10);

        var taken = part.write(bytes(2 * CHUNK), 0, 2 * CHUNK);

        assertThat(taken).isEqualTo(CHUNK + 10);
        assertThat(part.isFull()).isTrue();
    }

    @Test
    void takes_a_chunk_only_when_it_needs_one() {
        var lease = Leases.of(1);
        var part = new Part(lease, 10 * CHUNK);

        assertThat(lease.hasFree()).isTrue();
        assertThat(part.roomInChunk()).isZero();
        part.write(bytes(10), 0, 10);
        assertThat(lease.hasFree()).isFalse();
        assertThat(part.roomInChunk()).isEqualTo(CHUNK - 10);
    }

    @Test
    void gives_its_memory_back_once() {
        var budget = new BufferBudget(4L * CHUNK, 10_000);
        var lease = Leases.from(budget, 2);
        var part = new Part(lease, 2 * CHUNK);
        part.write(bytes(2 * CHUNK), 0, 2 * CHUNK);

        part.release();
        part.release();
        lease.close();

        assertThat(budget.reservedBytes()).isZero();
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
