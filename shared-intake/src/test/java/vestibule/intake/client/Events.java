package vestibule.intake.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import vestibule.intake.Stack;
import vestibule.intake.event.PublishedEvent;

/** A consumer of both topics, from their beginning. None of what comes may break the contract. */
public final class Events implements AutoCloseable {

    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();
    private final KafkaConsumer<String, String> consumer =
            new KafkaConsumer<>(
                    Map.of("bootstrap.servers", Stack.running().kafka().bootstrapServers()),
                    new StringDeserializer(),
                    new StringDeserializer());

    public Events() {
        var partitions =
                Stream.of("document-received", "document-deleted")
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The events of one document in the order of their publication; there must be so many. */
    public List<ConsumerRecord<String, String>> of(String documentId, int exactly) {
        var deadline = Instant.now().plusSeconds(20);
        var found = about(documentId);
        while (found.size() < exactly && Instant.now().isBefore(deadline)) {
            read();
            found = about(documentId);
        }
        if (found.size() != exactly) {
            throw new AssertionError(exactly + " events wanted, but there are: " + found);
        }
        return found;
    }

    /** The last one of a document, of all that are published by now. */
    public ConsumerRecord<String, String> last(String documentId) {
        var ends = consumer.endOffsets(consumer.assignment()).entrySet();
        while (ends.stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            read();
        }
        return about(documentId).getLast();
    }

    private void read() {
        consumer.poll(Duration.ofMillis(100))
                .forEach(event -> seen.add(PublishedEvent.sound(event)));
    }

    private List<ConsumerRecord<String, String>> about(String documentId) {
        return seen.stream()
                .filter(event -> header(event, "ce_subject").equals(documentId))
                .sorted(
                        (one, other) -> {
                            int time = Long.compare(one.timestamp(), other.timestamp());
                            return time != 0 ? time : other.topic().compareTo(one.topic());
                        })
                .toList();
    }

    public static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
