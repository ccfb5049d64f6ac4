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
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vestibule.embedded.EmbeddedStack;

/** All that was ever told on {@code document-received}, as it comes. */
final class Events implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOPIC = "document-received";

    /** One record. */
    record Told(
            String id,
            String service,
            String documentId,
            String recordKey,
            long offset,
            Instant read,
            String sha256,
            String key) {}

    private final KafkaConsumer<String, byte[]> consumer;
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
                        new ByteArrayDeserializer());
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
            told.add(told(record));
        }
        return List.copyOf(told);
    }

    /** Waits until what has been told is as wanted. */
    List<Told> await(String what, Duration limit, Predicate<List<Told>> wanted) {
        return Eventually.get(what, limit, this::all, wanted);
    }

    private static Told told(ConsumerRecord<String, byte[]> record) throws IOException {
        var data = JSON.readTree(record.value());
        return new Told(
                new String(record.headers().lastHeader("ce_id").value(), UTF_8),
                data.path("service").asText(),
                data.path("documentId").asText(),
                record.key(),
                record.offset(),
                Instant.now(),
                data.path("content").path("sha256").asText(),
                data.path("object").path("key").asText());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
