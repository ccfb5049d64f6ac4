package vestibule.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
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
            String service,
            String documentId,
            String recordKey,
            long offset,
            Instant read,
            String sha256,
            String key) {}

    private final String servers;
    private final KafkaConsumer<String, String> consumer;
    private final List<Told> told = new ArrayList<>();

    Events(EmbeddedStack stack) {
        servers = stack.kafka().bootstrapServers();
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", servers, "enable.auto.commit", "false"),
                        new StringDeserializer(),
                        new StringDeserializer());
        var partitions =
                consumer.partitionsFor(TOPIC).stream()
                        .map(one -> new TopicPartition(TOPIC, one.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Without what was told before now. */
    Events onlyNew() {
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        return this;
    }

    /** Deletes all that was told before now. */
    void forget() throws InterruptedException, ExecutionException {
        var ends =
                consumer.endOffsets(consumer.assignment()).entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        end -> RecordsToDelete.beforeOffset(end.getValue())));
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.deleteRecords(ends).all().get();
        }
    }

    /** What has been told of this document. */
    List<Told> of(String documentId) throws IOException {
        return all().stream().filter(one -> one.documentId().equals(documentId)).toList();
    }

    /** Everything so far, however many polls that takes. */
    List<Told> all() throws IOException {
        var ends = consumer.endOffsets(consumer.assignment());
        do {
            poll();
        } while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue()));
        return List.copyOf(told);
    }

    /** Everything so far, as soon as it is so many. */
    List<Told> all(int count) throws IOException {
        while (told.size() < count) {
            poll();
        }
        return List.copyOf(told);
    }

    private void poll() throws IOException {
        var records = consumer.poll(Duration.ofMillis(50));
        var read = Instant.now();
        for (var record : records) {
            told.add(told(PublishedEvent.sound(record), read));
        }
    }

    /** Waits until what has been told is as wanted. */
    List<Told> await(String what, Duration limit, Predicate<List<Told>> wanted) {
        return Eventually.get(what, limit, this::all, wanted);
    }

    private static Told told(ConsumerRecord<String, String> record, Instant read)
            throws IOException {
        var data = JSON.readTree(record.value());
        return new Told(
                new String(record.headers().lastHeader("ce_id").value(), UTF_8),
                data.path("service").asText(),
                data.path("documentId").asText(),
                record.key(),
                record.offset(),
                read,
                data.path("content").path("sha256").asText(),
                data.path("object").path("key").asText());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
