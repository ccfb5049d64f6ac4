package vestibule.document;

import java.security.MessageDigest;
import vestibule.intake.body.ByteSink;
import vestibule.intake.body.Hash;
import vestibule.intake.body.PartHeader;
import vestibule.intake.http.DigestHeader;

/** The bytes of a part, held against the digest that its header may promise. */
final class PromisedBytes implements ByteSink {

    private final DigestHeader promise;
    private final ByteSink bytes;
    private final Runnable broken;
    private final MessageDigest sha256 = Hash.sha256();

    private PromisedBytes(DigestHeader promise, ByteSink bytes, Runnable broken) {
        this.promise = promise;
        this.bytes = bytes;
        this.broken = broken;
    }

    /** The same sink when nothing is promised. */
    static ByteSink of(PartHeader header, ByteSink bytes, Runnable broken) {
        var promise = DigestHeader.of(header);
        return promise.promisesNothing() ? bytes : new PromisedBytes(promise, bytes, broken);
    }

    @Override
    public boolean accept(byte[] more, int offset, int length) {
        sha256.update(more, offset, length);
        return bytes.accept(more, offset, length);
    }

    @Override
    public void end() {
        bytes.end();
        if (!promise.matches(sha256.digest())) {
            broken.run();
        }
    }
}
