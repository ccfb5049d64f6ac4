package vestibule.intake.outbox;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Opens Kafka producers from the {@code kafka.*} settings. What the outbox's promises rest on
 * cannot be set; linger, compression and the bound on blocking can.
 */
public final class EventProducers implements Supplier<Producer<String, String>> {

    private static final Map<String, Object> DEFAULTS =
            Map.of(
                    ProducerConfig.LINGER_MS_CONFIG, 2,
                    ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024,
                    ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);

    /**
     * The producer itself retries, in order and without end: were it to give up on one event, a
     * later one of the same key could overtake. One request at a time costs nothing when whole
     * batches are sent and awaited.
     */
    private static final Map<String, Object> PROMISES =
            Map.of(
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    true,
                    ProducerConfig.RETRIES_CONFIG,
                    Integer.MAX_VALUE,
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    Integer.MAX_VALUE,
                    ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                    1);

    private final Map<String, Object> settings;

    public EventProducers(Map<String, Object> kafka) {
        this.settings = settings(kafka);
    }

    static Map<String, Object> settings(Map<String, Object> kafka) {
        var settings = new HashMap<>(DEFAULTS);
        settings.putAll(kafka);
        settings.putAll(PROMISES);
        settings.keySet().retainAll(ProducerConfig.configNames());
        return Map.copyOf(settings);
    }

    @Override
    public Producer<String, String> get() {
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
}
