package vestibule.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The three programs as their users see them. */
record Clients(EmbeddedStack stack) {

    void publish(String topic, String value) throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stack.kafka().bootstrapServers());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get();
        }
    }

    List<String> published(String topic, int count) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        stack.kafka().bootstrapServers(),
                        "group.id",
                        "test-" + System.nanoTime(),
                        "auto.offset.reset",
                        "earliest");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            var values = new ArrayList<String>();
            var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    Connection database(String service) throws SQLException {
        var postgres = stack.postgres();
        return DriverManager.getConnection(
                postgres.jdbcUrl(service), postgres.user(service), postgres.password(service));
    }

    void execute(String service, String sql) throws SQLException {
        try (var connection = database(service);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String ask(String service, String sql) throws SQLException {
        try (var connection = database(service);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    S3Client s3(String secretKey) {
        var s3 = stack.s3();
        return S3Client.builder()
                .endpointOverride(s3.endpoint())
                .forcePathStyle(true)
                .region(Region.of(S3Server.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(s3.accessKey(), secretKey)))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }

    void put(String key, String text) {
        try (var s3 = s3(stack.s3().secretKey())) {
            s3.putObject(
                    request -> request.bucket(S3Server.BUCKET).key(key),
                    RequestBody.fromString(text));
        }
    }

    String get(String key) {
        try (var s3 = s3(stack.s3().secretKey())) {
            return s3.getObjectAsBytes(request -> request.bucket(S3Server.BUCKET).key(key))
                    .asUtf8String();
        }
    }
}
