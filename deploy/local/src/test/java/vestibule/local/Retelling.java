package vestibule.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import vestibule.consumer.Event;
import vestibule.consumer.EventReader;

/** Puts events into Kafka that have been there before. */
final class Retelling implements AutoCloseable {

    private final String bootstrapServers;
    private final KafkaProducer<String, String> producer;

    Retelling(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringSerializer(),
                        new StringSerializer());
    }

    /** Some document that is stored. */
    Event received() {
        var deadline = Instant.now().plusSeconds(20);
        try (var reader = EventReader.open(bootstrapServers, true)) {
            Optional<Event> found = Optional.empty();
            while (found.isEmpty() && Instant.now().isBefore(deadline)) {
                found =
                        reader.next(Duration.ofMillis(200)).stream()
                                .filter(event -> event.topic().equals("document-received"))
                                .findFirst();
            }
            return found.orElseThrow();
        }
    }

    /** The same again, as after a crash. */
    void again(Event event) throws Exception {
        var record =
                new ProducerRecord<>(
                        event.topic(), event.partition(), event.key(), event.data().toString());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record).get();
    }

    /** Another one, of the same object, that promises other content. */
    void promisingOtherContent(Event event) throws Exception {
        var headers = new HashMap<>(event.headers());
        headers.put("ce_id", UUID.randomUUID().toString());
        ObjectNode data = event.data().deepCopy();
        ((ObjectNode) data.path("content")).put("sha256", "0".repeat(64));
        again(
                new Event(
                        event.topic(),
                        event.partition(),
                        event.offset(),
                        event.key(),
                        headers,
                        data));
    }

    @Override
    public void close() {
        producer.close();
    }
}
