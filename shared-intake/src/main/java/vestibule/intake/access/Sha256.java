package vestibule.intake.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import vestibule.intake.body.Hash;

/**
 * The digest of a credential. Two digests are compared in constant time, and none is ever printed:
 * those of weak keys could be searched for.
 */
public final class Sha256 {

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private final byte[] digest;

    private Sha256(byte[] digest) {
        this.digest = digest;
    }

    static Sha256 of(String secret) {
        return new Sha256(Hash.sha256().digest(secret.getBytes(StandardCharsets.UTF_8)));
    }

    static boolean isHex(String text) {
        return HEX.matcher(text).matches();
    }

    static Sha256 fromHex(String hex) {
        return new Sha256(HexFormat.of().parseHex(hex));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256 that && MessageDigest.isEqual(digest, that.digest);
    }

    /** The first four bytes: as good as any hash, and they tell nothing about the rest. */
    @Override
    public int hashCode() {
        return (digest[0] << 24)
                | ((digest[1] & 0xff) << 16)
                | ((digest[2] & 0xff) << 8)
                | (digest[3] & 0xff);
    }

    @Override
    public String toString() {
        return "SHA-256 of a credential";
    }
}
