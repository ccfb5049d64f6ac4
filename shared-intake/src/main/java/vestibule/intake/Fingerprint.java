package vestibule.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import vestibule.intake.body.Hash;

/** What makes two requests the same, as one SHA-256 over their facts. */
public final class Fingerprint {

    private Fingerprint() {}

    /** Each fact goes in with its length, so that no two lists of facts read the same. */
    public static byte[] of(String... facts) {
        var digest = Hash.sha256();
        for (var fact : facts) {
            var bytes = fact.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return digest.digest();
    }
}
