package vestibule.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** The store's own limit: the AWS SDK as it comes, putting the same bytes straight into it. */
final class RawStore implements AutoCloseable {

    private static final int PART = 8 << 20;

    private final S3Client s3;
    private final String bucket;
    private final Queue<String> written = new ConcurrentLinkedQueue<>();

    RawStore(RunningStack stack) {
        bucket = stack.of("S3_BUCKET");
        s3 =
                S3Client.builder()
                        .endpointOverride(URI.create(stack.of("S3_ENDPOINT")))
                        .region(Region.US_EAST_1)
                        .forcePathStyle(true)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                stack.of("S3_ACCESS_KEY"),
                                                stack.of("S3_SECRET_KEY"))))
                        .httpClientBuilder(ApacheHttpClient.builder().maxConnections(64))
                        .build();
    }

    void put(byte[] content) {
        var key = "bench/" + UUID.randomUUID();
        s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(content));
        written.add(key);
    }

    /** One part after the other, as one sequential writer does. */
    void putInParts(byte[] content) {
        var key = "bench/" + UUID.randomUUID();
        var upload =
                s3.createMultipartUpload(request -> request.bucket(bucket).key(key)).uploadId();
        var parts = new ArrayList<CompletedPart>();
        for (var from = 0; from < content.length; from += PART) {
            var number = parts.size() + 1;
            var part = Arrays.copyOfRange(content, from, Math.min(content.length, from + PART));
            var sent =
                    s3.uploadPart(
                            request ->
                                    request.bucket(bucket)
                                            .key(key)
                                            .uploadId(upload)
                                            .partNumber(number),
                            RequestBody.fromBytes(part));
            parts.add(CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build());
        }
        s3.completeMultipartUpload(
                request ->
                        request.bucket(bucket)
                                .key(key)
                                .uploadId(upload)
                                .multipartUpload(completed -> completed.parts(parts)));
        written.add(key);
    }

    /** Removes what was put; not part of any measurement. */
    void clean() {
        for (var key = written.poll(); key != null; key = written.poll()) {
            var gone = key;
            s3.deleteObject(request -> request.bucket(bucket).key(gone));
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}
