package vestibule.intake.body;

import java.security.MessageDigest;
import vestibule.validation.Facts;
import vestibule.validation.content.ContentInspector;

/** The one door of a document: every byte is limited, counted, hashed and looked at here, once. */
public final class Door {

    private final long maxBytes;
    private final MessageDigest sha256 = Hash.sha256();
    private final ContentInspector inspector = new ContentInspector();
    private long count;

    public Door(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * @return false when these bytes are past the limit; they have then not been looked at
     */
    public boolean pass(byte[] bytes, int offset, int length) {
        count += length;
        if (count > maxBytes) {
            return false;
        }
        sha256.update(bytes, offset, length);
        inspector.accept(bytes, offset, length);
        return true;
    }

    public long count() {
        return count;
    }

    public byte[] digest() {
        return sha256.digest();
    }

    public Facts facts() {
        return inspector.finish();
    }
}
