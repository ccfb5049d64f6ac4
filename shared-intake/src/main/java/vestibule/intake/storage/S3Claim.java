package vestibule.intake.storage;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * An object that holds the name of whoever came first. Of two that come at the same moment both may
 * believe to be the first, once.
 */
record S3Claim(S3Client s3, String bucket) {

    String of(String key, String name) {
        try {
            return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asUtf8String();
        } catch (NoSuchKeyException unclaimed) {
            s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(name));
            return name;
        }
    }
}
