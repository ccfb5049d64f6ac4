package vestibule.intake.storage;

import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Objects on their way out. A download lasts as long as its client likes, so only so many run at
 * once: the rest of the connections is for the senders.
 */
final class S3Downloads {

    private final S3Client s3;
    private final String bucket;
    private final Semaphore places;

    S3Downloads(S3Client s3, StoreConfig config) {
        this.s3 = s3;
        this.bucket = config.bucket();
        this.places = new Semaphore(config.downloads());
    }

    /**
     * The object's bytes, which give their place back when they are closed.
     *
     * @throws StoreBusy when there is no place
     */
    Optional<InputStream> open(String key) {
        if (!places.tryAcquire()) {
            throw new StoreBusy();
        }
        var bytes = Optional.<InputStream>empty();
        try {
            bytes = find(key);
            return bytes;
        } finally {
            if (bytes.isEmpty()) {
                places.release();
            }
        }
    }

    private Optional<InputStream> find(String key) {
        try {
            var object = s3.getObject(request -> request.bucket(bucket).key(key));
            return Optional.of(new ObjectBytes(object, places::release));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }
}
