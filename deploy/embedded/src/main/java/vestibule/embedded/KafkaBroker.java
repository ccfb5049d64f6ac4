package vestibule.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One Kafka node, broker and controller in one (KRaft), with the two topics of the events. */
public final class KafkaBroker extends Part {

    /** Name and number of partitions of each topic made at the first start. */
    private static final List<String> TOPICS = List.of("document-received=6", "document-deleted=6");

    private static final String SETTINGS =
            """
            process.roles=broker,controller
            node.id=1
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
            # Topics are the operator's, as in production.
            auto.create.topics.enable=false
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0
            # The broker is let in at a heartbeat, and after a kill when its session has ended.
            broker.heartbeat.interval.ms=200
            broker.session.timeout.ms=2000
            log.cleaner.dedupe.buffer.size=4194304
            """;

    private static final List<String> JVM =
            List.of(
                    "-Xms64m",
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    // Kafka unmaps its index files with it.
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true",
                    "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS");

    private final Programs programs;
    private final DataDirectory data;
    private final StackPorts ports;

    KafkaBroker(Programs programs, DataDirectory data, StackPorts ports) {
        super("kafka", data);
        this.programs = programs;
        this.data = data;
        this.ports = ports;
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    @Override
    public int port() {
        return ports.kafka();
    }

    @Override
    Map<String, Integer> ports() {
        return Map.of("Kafka", ports.kafka(), "Kafka's controller", ports.kafkaController());
    }

    @Override
    void prepare() {
        try {
            Files.deleteIfExists(data.run("kafka.ready"));
            Files.createDirectories(data.resolve("kafka"));
        } catch (IOException e) {
            throw new StackException("Kafka's folder cannot be used: " + e.getMessage(), e);
        }
        PrivateFile.writeText(
                data.run("kafka.properties"),
                SETTINGS
                        + "log.dirs=%s%n".formatted(data.resolve("kafka"))
                        + "controller.quorum.voters=1@%s%n".formatted(controller())
                        + "listeners=PLAINTEXT://%s,CONTROLLER://%s%n"
                                .formatted(bootstrapServers(), controller())
                        + "advertised.listeners=PLAINTEXT://%s%n".formatted(bootstrapServers()));
    }

    private String controller() {
        return "127.0.0.1:" + ports.kafkaController();
    }

    @Override
    List<String> command() {
        var arguments =
                new ArrayList<>(
                        List.of(
                                data.run("kafka.properties").toString(),
                                data.run("kafka.ready").toString()));
        arguments.addAll(TOPICS);
        return programs.java("kafka", JVM, "vestibule.embedded.child.KafkaMain", arguments);
    }

    @Override
    boolean ready() {
        return Files.exists(data.run("kafka.ready"));
    }
}
