package vestibule.embedded.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/**
 * The Kafka broker: formats its log directory once, starts, creates the topics once, then writes
 * the file that says it is ready. Arguments: server.properties, ready file, topic=partitions...
 */
public final class KafkaMain {

    private KafkaMain() {}

    public static void main(String[] args) throws Exception {
        Lifeline.hold();
        var settings = Path.of(args[0]);
        var properties = new Properties();
        try (var in = Files.newBufferedReader(settings)) {
            properties.load(in);
        }
        var logs = Path.of(properties.getProperty("log.dirs"));
        if (!Files.exists(logs.resolve("meta.properties"))) {
            format(settings);
        }
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        server.startup();
        createTopics(
                properties.getProperty("advertised.listeners"),
                List.of(args).subList(2, args.length),
                logs.resolve("topics.created"));
        Files.createFile(Path.of(args[1]));
    }

    private static void format(Path settings) throws IOException {
        var cluster = "--cluster-id=" + org.apache.kafka.common.Uuid.randomUuid();
        var status =
                StorageTool.execute(
                        new String[] {"format", cluster, "--config=" + settings}, System.out);
        if (status != 0) {
            throw new IOException("formatting the log directory ended with status " + status);
        }
    }

    private static void createTopics(String listener, List<String> topics, Path done)
            throws IOException, InterruptedException, ExecutionException {
        if (Files.exists(done) && Files.readAllLines(done).equals(topics)) {
            return;
        }
        var properties = new Properties();
        properties.put("bootstrap.servers", listener.substring(listener.indexOf("://") + 3));
        var wanted = new ArrayList<NewTopic>();
        for (var topic : topics) {
            var equals = topic.indexOf('=');
            var partitions = Integer.parseInt(topic.substring(equals + 1));
            wanted.add(new NewTopic(topic.substring(0, equals), partitions, (short) 1));
        }
        try (var admin = Admin.create(properties)) {
            for (var created : admin.createTopics(wanted).values().values()) {
                awaitCreated(created);
            }
        }
        Files.write(done, topics);
    }

    private static void awaitCreated(org.apache.kafka.common.KafkaFuture<Void> created)
            throws InterruptedException, ExecutionException {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
