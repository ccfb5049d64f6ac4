package vestibule.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The events as a consumer sees them, from when this was opened. */
final class Events implements AutoCloseable {

    private static final String TOPIC = "document-received";

    private final KafkaConsumer<String, String> consumer;
    private final List<TopicPartition> partitions;

    Events(BenchStack stack) {
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", stack.of("KAFKA_BOOTSTRAP")),
                        new StringDeserializer(),
                        new StringDeserializer());
        partitions =
                consumer.partitionsFor(TOPIC).stream()
                        .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** How many were ever published. */
    long written() {
        return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }

    Iterable<ConsumerRecord<String, String>> poll() {
        return consumer.poll(Duration.ofMillis(100));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
