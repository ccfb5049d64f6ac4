package vestibule.intake.event;

import java.util.Optional;

/** The claim check: where in the object store the bytes are. */
public record ObjectReference(String bucket, String key, Optional<String> versionId) {

    /** {@code s3://<bucket>/<key>}. */
    String uri() {
        return "s3://" + bucket + "/" + key;
    }
}
