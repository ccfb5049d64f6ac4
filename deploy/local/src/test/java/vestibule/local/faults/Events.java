package vestibule.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import vestibule.embedded.EmbeddedStack;
import vestibule.intake.event.PublishedEvent;

/** All that was ever told on {@code document-received}, as it comes. */
final class Events implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOPIC = "document-received";

    /** One record. */
    record Told(
            String id,
            String documentId,
            String recordKey,
            long offset,
            String sha256,
            String key,
            Instant at) {}

    private final KafkaConsumer<String, String> consumer;
    private final List<Told> told = new ArrayList<>();

    Events(EmbeddedStack stack) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                stack.kafka().bootstrapServers(),
                                "enable.auto.commit",
                                "false"),
                        new StringDeserializer(),
                        new StringDeserializer());
        var partitions =
                consumer.partitionsFor(TOPIC).stream()
                        .map(one -> new TopicPartition(TOPIC, one.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What has been told of this document. */
    List<Told> of(String documentId) throws IOException {
        return all().stream().filter(one -> one.documentId().equals(documentId)).toList();
    }

    /** Everything so far. */
    List<Told> all() throws IOException {
        for (var record : consumer.poll(Duration.ofMillis(50))) {
            told.add(told(PublishedEvent.sound(record)));
        }
        return List.copyOf(told);
    }

    /** Waits until what has been told is as wanted. */
    List<Told> await(String what, Duration limit, Predicate<List<Told>> wanted) {
        return Eventually.get(what, limit, this::all, wanted);
    }

    private static Told told(ConsumerRecord<String, String> record) throws IOException {
        var data = JSON.readTree(record.value());
        return new Told(
                new String(record.headers().lastHeader("ce_id").value(), UTF_8),
                data.path("documentId").asText(),
                record.key(),
                record.offset(),
                data.path("content").path("sha256").asText(),
                data.path("object").path("key").asText(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
