package vestibule.intake.storage;

import static vestibule.intake.storage.StoreCalls.asking;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import vestibule.intake.body.Part;

/**
 * Objects in an S3 bucket. What fails at once is tried again; what hangs is given up, not tried
 * again: each call ends within 4.5 s, {@link #complete} within 30 s. A store that keeps failing is
 * not asked for a while.
 */
@ApplicationScoped
@Retry(
        maxRetries = 2,
        delay = 100,
        jitter = 80,
        maxDuration = 500,
        retryOn = {StoreUnavailable.class, StoreBusy.class})
@CircuitBreaker(
        requestVolumeThreshold = 20,
        failureRatio = 0.5,
        delay = 2,
        delayUnit = ChronoUnit.SECONDS,
        successThreshold = 2,
        failOn = StoreUnavailable.class)
public class S3ObjectStore implements ObjectStore {

    private final S3Client s3;
    private final String bucket;
    private final S3Downloads downloads;
    private final S3Listing listing;
    private final S3Removal removal;
    private final S3Claim claim;

    S3ObjectStore(S3Client s3, StoreConfig config) {
        this.s3 = s3;
        this.bucket = config.bucket();
        this.downloads = new S3Downloads(s3, config);
        this.listing = new S3Listing(s3, bucket);
        this.removal = new S3Removal(s3, bucket);
        this.claim = new S3Claim(s3, bucket);
    }

    @Override
    public void put(String key, Part content, byte[] sha256) {
        var checksum = Base64.getEncoder().encodeToString(sha256);
        asking(
                "put",
                () ->
                        s3.putObject(
                                request -> request.bucket(bucket).key(key).checksumSHA256(checksum),
                                body(content)));
    }

    @Override
    public Multipart begin(String key) {
        var begun =
                asking(
                        "begin",
                        () ->
                                s3.createMultipartUpload(
                                        request ->
                                                request.bucket(bucket)
                                                        .key(key)
                                                        .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                                                        .checksumType(ChecksumType.COMPOSITE)));
        return new Multipart(key, begun.uploadId());
    }

    @Override
    public SentPart send(Multipart multipart, int number, Part content) {
        var crc = ByteBuffer.allocate(Integer.BYTES).putInt(content.crc32()).array();
        var crc32 = Base64.getEncoder().encodeToString(crc);
        var sent =
                asking(
                        "send",
                        () ->
                                s3.uploadPart(
                                        request ->
                                                request.bucket(bucket)
                                                        .key(multipart.key())
                                                        .uploadId(multipart.uploadId())
                                                        .partNumber(number)
                                                        .checksumCRC32(crc32),
                                        body(content)));
        return new SentPart(number, sent.eTag(), crc32);
    }

    @Override
    public void complete(Multipart multipart, List<SentPart> parts) {
        var completed = parts.stream().map(S3ObjectStore::completed).toList();
        var completion =
                CompleteMultipartUploadRequest.builder()
                        .bucket(bucket)
                        .key(multipart.key())
                        .uploadId(multipart.uploadId())
                        .multipartUpload(upload -> upload.parts(completed))
                        .overrideConfiguration(StoreCalls::patiently)
                        .build();
        asking(
                "complete",
                () -> {
                    try {
                        return s3.completeMultipartUpload(completion);
                    } catch (NoSuchUploadException gone) {
                        // The answer to an earlier try was lost: the object must be there.
                        return s3.headObject(head -> head.bucket(bucket).key(multipart.key()));
                    }
                });
    }

    @Override
    public void abort(Multipart multipart) {
        asking(
                "abort",
                () -> {
                    try {
                        return s3.abortMultipartUpload(
                                request ->
                                        request.bucket(bucket)
                                                .key(multipart.key())
                                                .uploadId(multipart.uploadId()));
                    } catch (NoSuchUploadException gone) {
                        return gone;
                    }
                });
    }

    @Override
    public Optional<InputStream> open(String key) {
        return asking("open", () -> downloads.open(key));
    }

    @Override
    public void remove(String key) {
        removal.remove(key);
    }

    @Override
    public String claim(String key, String name) {
        return asking("claim", () -> claim.of(key, name));
    }

    @Override
    public Page list(String prefix, Optional<String> page) {
        return listing.objects(prefix, page);
    }

    @Override
    public List<String> folders(String prefix) {
        return listing.folders(prefix);
    }

    @Override
    public void unfinished(String prefix, Consumer<Unfinished> each) {
        listing.unfinished(prefix, each);
    }

    @Override
    public void check() {
        asking("check", () -> s3.headBucket(request -> request.bucket(bucket)));
    }

    private static CompletedPart completed(SentPart part) {
        return CompletedPart.builder()
                .partNumber(part.number())
                .eTag(part.etag())
                .checksumCRC32(part.crc32())
                .build();
    }

    private static RequestBody body(Part content) {
        return RequestBody.fromContentProvider(
                content::open, content.length(), "application/octet-stream");
    }
}
