package vestibule.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.body.Leases;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BufferMemoryTest {

    private static final long MIB = 1L << 20;

    @Test
    void is_a_quarter_of_the_heap_unless_set() {
        assertThat(BufferMemory.bytes(StoreSettings.DEFAULT, 256 * MIB)).isEqualTo(64 * MIB);
        assertThat(bytes(8 * MIB, 40 * MIB)).isEqualTo(40 * MIB);
    }

    @Test
    void holds_one_part_and_a_chunk_at_least() {
        assertThat(bytes(5 * MIB, 5 * MIB + MIB / 4)).isEqualTo(5 * MIB + MIB / 4);
        assertThatThrownBy(() -> bytes(5 * MIB, 5 * MIB + MIB / 4 - 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("vestibule.store.buffer-budget");
    }

    @Test
    void holds_that_beside_what_is_kept_for_small_uploads() {
        assertThat(bytes(16 * MIB, 17 * MIB + MIB / 2)).isEqualTo(17 * MIB + MIB / 2);
        assertThatThrownBy(() -> bytes(16 * MIB, 16 * MIB + MIB / 4))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void wants_parts_that_s3_takes() {
        assertThatThrownBy(() -> bytes(5 * MIB - 1, 40 * MIB))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("vestibule.store.part-bytes");
    }

    @Test
    void shows_what_is_in_use() {
        var meters = new SimpleMeterRegistry();
        var budget =
                new BufferMemory()
                        .budget(new StoreSettings(5 * MIB, OptionalLong.of(8 * MIB)), meters);

        var lease = Leases.from(budget, 4);

        assertThat(meters.get("vestibule.buffer.capacity.bytes").gauge().value())
                .isEqualTo(8 * MIB);
        assertThat(meters.get("vestibule.buffer.reserved.bytes").gauge().value()).isEqualTo(MIB);
        assertThat(meters.get("vestibule.buffer.waiting.uploads").gauge().value()).isZero();
        lease.close();
    }

    private static long bytes(long part, long budget) {
        return BufferMemory.bytes(new StoreSettings(part, OptionalLong.of(budget)), 1024 * MIB);
    }
}
