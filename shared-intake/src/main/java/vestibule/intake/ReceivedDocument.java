package vestibule.intake;

import java.util.HexFormat;
import java.util.UUID;
import vestibule.validation.Facts;

/**
 * A document after its last byte: still unseen in the store, or not there yet.
 *
 * @param key of the object
 * @param size in bytes
 * @param sha256 of the content, lower-case hex
 */
public record ReceivedDocument(UUID id, String key, long size, String sha256, Facts facts) {

    /** The 32 bytes of {@link #sha256}. */
    public byte[] digest() {
        return HexFormat.of().parseHex(sha256);
    }
}
