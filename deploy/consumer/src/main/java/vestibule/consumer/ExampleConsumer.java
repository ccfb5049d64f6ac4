package vestibule.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Fetches every document that is stored and verifies it; prints one line for each event. */
public final class ExampleConsumer {

    /** Where it matters, keep the ids beside what was done, in the same transaction. */
    private final Set<String> seen = new HashSet<>();

    private final S3Client store;

    private ExampleConsumer(S3Client store) {
        this.store = store;
    }

    public static void main(String[] args) throws Exception {
        try (var store = store();
                var events = EventReader.inGroup(variable("KAFKA_BOOTSTRAP"), "example")) {
            var consumer = new ExampleConsumer(store);
            while (!System.out.checkError()) {
                for (var event : events.next(Duration.ofSeconds(1))) {
                    consumer.take(event);
                }
                // Only now: what a crash left undone comes again.
                events.done();
            }
        }
    }

    private void take(Event event) throws IOException, NoSuchAlgorithmException {
        if (seen.add(event.id())) {
            System.out.println(event.asLine() + "  " + outcome(event));
        }
    }

    private String outcome(Event event) throws IOException, NoSuchAlgorithmException {
        return switch (event.type()) {
            case "vestibule.document-received.v1" -> fetched(event.data());
            case "vestibule.document-deleted.v1" -> "forgotten";
            default -> "read over";
        };
    }

    private String fetched(JsonNode data) throws IOException, NoSuchAlgorithmException {
        var object = data.path("object");
        var digest = MessageDigest.getInstance("SHA-256");
        try (var bytes =
                store.getObject(
                        request ->
                                request.bucket(object.path("bucket").asText())
                                        .key(object.path("key").asText()))) {
            // What you want with the document goes here.
            new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
        } catch (NoSuchKeyException deletedMeanwhile) {
            return "gone already";
        }
        var sha256 = HexFormat.of().formatHex(digest.digest());
        return sha256.equals(data.at("/content/sha256").asText()) ? "verified" : "DIFFERS";
    }

    private static S3Client store() {
        return S3Client.builder()
                .endpointOverride(URI.create(variable("S3_ENDPOINT")))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        () ->
                                AwsBasicCredentials.create(
                                        variable("S3_ACCESS_KEY"), variable("S3_SECRET_KEY")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static String variable(String name) {
        return Objects.requireNonNull(System.getenv(name), name + " is not set");
    }
}
