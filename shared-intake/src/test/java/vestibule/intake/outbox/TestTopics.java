package vestibule.intake.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import vestibule.intake.Stack;
import vestibule.intake.event.PublishedEvent;

/** Two topics of its own in the real Kafka, and a consumer of both. */
final class TestTopics implements AutoCloseable {

    private static final int PARTITIONS = 6;

    private final String received = "received-" + UUID.randomUUID();
    private final String deleted = "deleted-" + UUID.randomUUID();
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

    TestTopics() throws Exception {
        this(Map.of());
    }

    TestTopics(Map<String, String> settings) throws Exception {
        var bootstrap = Map.<String, Object>of("bootstrap.servers", bootstrap());
        try (var admin = Admin.create(bootstrap)) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(received, PARTITIONS, (short) 1).configs(settings),
                                    new NewTopic(deleted, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        var deserializer = new StringDeserializer();
        consumer = new KafkaConsumer<>(bootstrap, deserializer, deserializer);
        var partitions =
                IntStream.range(0, PARTITIONS)
                        .boxed()
                        .<TopicPartition>mapMulti(
                                (number, each) -> {
                                    each.accept(new TopicPartition(received, number));
                                    each.accept(new TopicPartition(deleted, number));
                                })
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    static String bootstrap() {
        return Stack.running().kafka().bootstrapServers();
    }

    EventsConfig config() {
        return TestConfig.of(
                EventsConfig.class,
                Map.of(
                        "vestibule.events.received-topic", received,
                        "vestibule.events.deleted-topic", deleted));
    }

    String received() {
        return received;
    }

    String deleted() {
        return deleted;
    }

    /** Everything published so far, read until there are this many or 20 s have passed. */
    List<ConsumerRecord<String, String>> published(int atLeast) {
        var deadline = Instant.now().plusSeconds(20);
        while (seen.size() < atLeast && Instant.now().isBefore(deadline)) {
            poll(Duration.ofMillis(100));
        }
        return List.copyOf(seen);
    }

    void poll(Duration patience) {
        consumer.poll(patience).forEach(event -> seen.add(PublishedEvent.sound(event)));
    }

    static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
