package vestibule.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads both topics. */
public final class EventReader implements AutoCloseable {

    private static final List<String> TOPICS = List.of("document-received", "document-deleted");

    private final KafkaConsumer<@Nullable String, byte @Nullable []> consumer;

    private EventReader(Map<String, Object> settings) {
        consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** As one of a group, which goes on where it was {@link #done}, at first from the beginning. */
    public static EventReader inGroup(String bootstrapServers, String group) {
        var reader =
                new EventReader(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "group.id",
                                group,
                                "auto.offset.reset",
                                "earliest",
                                "enable.auto.commit",
                                "false"));
        reader.consumer.subscribe(TOPICS);
        return reader;
    }

    /**
     * Without a group, which leaves no trace in the broker: from the first record on, or only what
     * comes from now on.
     */
    public static EventReader open(String bootstrapServers, boolean fromBeginning) {
        var reader =
                new EventReader(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "enable.auto.commit",
                                "false"));
        reader.assign(fromBeginning);
        return reader;
    }

    private void assign(boolean fromBeginning) {
        var partitions =
                TOPICS.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(one -> new TopicPartition(one.topic(), one.partition()))
                        .toList();
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        // Seeking is lazy; asking makes "from now on" mean now.
        partitions.forEach(consumer::position);
    }

    /** What has come, waiting at most this long for something to come. */
    public List<Event> next(Duration wait) {
        var events = new ArrayList<Event>();
        consumer.poll(wait).forEach(record -> events.add(Event.of(record)));
        return events;
    }

    /** The group need not read again what {@link #next} has answered. */
    public void done() {
        consumer.commitSync();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
