package vestibule.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** The store's own limit: the AWS SDK as it comes, putting the same bytes straight into it. */
final class RawStore implements AutoCloseable {

    private static final int PART = 8 << 20;
    private static final int MOST_AT_ONCE = 1000;

    private final S3Client s3;
    private final String bucket;
    private final Queue<String> put = new ConcurrentLinkedQueue<>();

    RawStore(BenchStack stack) {
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
        var key = newKey();
        s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(content));
    }

    /** One part after the other, as one sequential writer does. */
    void putInParts(byte[] content) {
        var key = newKey();
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
    }

    byte[] sha256(String key) throws IOException, GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var content = s3.getObject(request -> request.bucket(bucket).key(key))) {
            content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return digest.digest();
    }

    /**
     * Removes these and all that was put here, so that the disk holds one measure at a time. By
     * name: a store of files lists slowly what is many.
     */
    void empty(List<String> others) {
        var keys = new ArrayList<>(others);
        for (var own = put.poll(); own != null; own = put.poll()) {
            keys.add(own);
        }
        for (var from = 0; from < keys.size(); from += MOST_AT_ONCE) {
            var gone =
                    keys.subList(from, Math.min(keys.size(), from + MOST_AT_ONCE)).stream()
                            .map(key -> ObjectIdentifier.builder().key(key).build())
                            .toList();
            s3.deleteObjects(
                    request -> request.bucket(bucket).delete(objects -> objects.objects(gone)));
        }
    }

    private String newKey() {
        var key = "bench/" + UUID.randomUUID();
        put.add(key);
        return key;
    }

    @Override
    public void close() {
        s3.close();
    }
}
