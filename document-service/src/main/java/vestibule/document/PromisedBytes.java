package vestibule.document;

import java.security.MessageDigest;
import vestibule.intake.body.ByteSink;
import vestibule.intake.body.Hash;
import vestibule.intake.body.PartHeader;
import vestibule.intake.http.DigestHeader;

/** The bytes of a part, held against the digest that its header may promise. */
final class PromisedBytes implements ByteSink {

    private final ByteSink bytes;
    private final DigestHeader promise;
    private final Runnable broken;
    private final MessageDigest sha256 = Hash.sha256();

    PromisedBytes(PartHeader header, ByteSink bytes, Runnable broken) {
        this.bytes = bytes;
        this.broken = broken;
        promise = DigestHeader.of(header);
    }

    @Override
    public boolean accept(byte[] more, int offset, int length) {
        if (!promise.promisesNothing()) {
            sha256.update(more, offset, length);
        }
        return bytes.accept(more, offset, length);
    }

    @Override
    public void end() {
        bytes.end();
        if (!promise.promisesNothing() && !promise.matches(sha256.digest())) {
            broken.run();
        }
    }
}
