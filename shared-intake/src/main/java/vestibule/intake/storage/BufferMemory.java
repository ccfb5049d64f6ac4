package vestibule.intake.storage;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import vestibule.intake.body.BufferBudget;

/**
 * The buffer budget as configured, and its gauges: {@code vestibule_buffer_reserved_bytes}, {@code
 * vestibule_buffer_capacity_bytes} and {@code vestibule_buffer_waiting_uploads}.
 */
@Singleton
class BufferMemory {

    private static final long SMALLEST_PART = 5L << 20;
    private static final long LARGEST_PART = 1L << 30;

    @Produces
    @Singleton
    @Startup
    BufferBudget budget(StoreConfig config, MeterRegistry meters) {
        var budget =
                new BufferBudget(
                        bytes(config, Runtime.getRuntime().maxMemory()), config.waitingUploads());
        Gauge.builder("vestibule.buffer.reserved.bytes", budget, BufferBudget::reservedBytes)
                .register(meters);
        Gauge.builder("vestibule.buffer.capacity.bytes", budget, BufferBudget::capacityBytes)
                .register(meters);
        Gauge.builder("vestibule.buffer.waiting.uploads", budget, BufferBudget::waiting)
                .register(meters);
        return budget;
    }

    /** The size of the budget, or a failure that names the key of the setting. */
    static long bytes(StoreConfig config, long heap) {
        var part = config.partBytes().asLongValue();
        if (part < SMALLEST_PART || part > LARGEST_PART) {
            throw refused("vestibule.store.part-bytes", "must be 5M to 1G, not " + part);
        }
        var bytes = config.bufferBudget().map(MemorySize::asLongValue).orElse(heap / 4);
        var chunks = Math.toIntExact(bytes / BufferBudget.CHUNK_BYTES);
        if (BufferBudget.mostForOne(chunks) < BufferBudget.chunksFor(part) + 1) {
            throw refused(
                    "vestibule.store.buffer-budget",
                    "must hold one part (%d bytes) and 256 KiB, beside a sixteenth, not %d"
                            .formatted(part, bytes));
        }
        return bytes;
    }

    private static ConfigurationException refused(String key, String reason) {
        return new ConfigurationException(key + " " + reason, Set.of(key));
    }
}
