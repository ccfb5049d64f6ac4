package vestibule.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads both topics as they are, without a group: it leaves no trace in the broker. */
final class EventReader implements AutoCloseable {

    private static final List<String> TOPICS = List.of("document-received", "document-deleted");

    private final KafkaConsumer<@Nullable String, byte @Nullable []> consumer;

    private EventReader(KafkaConsumer<@Nullable String, byte @Nullable []> consumer) {
        this.consumer = consumer;
    }

    /** From the first record on, or only what comes from now on. */
    static EventReader open(String bootstrapServers, boolean fromBeginning) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false");
        var consumer =
                new KafkaConsumer<@Nullable String, byte @Nullable []>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : TOPICS) {
            consumer.partitionsFor(topic)
                    .forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
        }
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        // Seeking is lazy; asking makes "from now on" mean now.
        partitions.forEach(consumer::position);
        return new EventReader(consumer);
    }

    /** What has come, waiting at most this long for something to come. */
    List<Event> next(Duration wait) {
        var events = new ArrayList<Event>();
        consumer.poll(wait).forEach(record -> events.add(Event.of(record)));
        return events;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
