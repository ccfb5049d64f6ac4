package vestibule.intake.http;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vestibule.intake.body.PartHeader;

/**
 * What {@code Content-Digest} or {@code Repr-Digest} promise (RFC 9530): {@code
 * sha-256=:<base64>:}. Other algorithms are ignored; what cannot be read matches nothing.
 */
public final class DigestHeader {

    private static final int SHA_256_BYTES = 32;
    private static final Pattern MEMBER =
            Pattern.compile("\\s*([A-Za-z*][A-Za-z0-9_.*-]*)=:([A-Za-z0-9+/]*={0,2}):\\s*");

    private final boolean readable;
    private final List<byte[]> promised;

    private DigestHeader(boolean readable, List<byte[]> promised) {
        this.readable = readable;
        this.promised = promised;
    }

    /** What the header of one part of a form promises for the bytes of that part. */
    public static DigestHeader of(PartHeader part) {
        return read(
                Stream.of("content-digest", "repr-digest")
                        .map(part::header)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Reads all values of one or both headers; none promise nothing. */
    public static DigestHeader read(List<String> values) {
        var promised = new ArrayList<byte[]>();
        for (var value : values) {
            for (var member : value.split(",", -1)) {
                if (!readMember(member, promised)) {
                    return new DigestHeader(false, List.of());
                }
            }
        }
        return new DigestHeader(true, List.copyOf(promised));
    }

    private static boolean readMember(String member, List<byte[]> promised) {
        var parts = MEMBER.matcher(member);
        if (!parts.matches()) {
            return false;
        }
        if (!parts.group(1).toLowerCase(Locale.ROOT).equals("sha-256")) {
            return true;
        }
        try {
            var digest = Base64.getDecoder().decode(parts.group(2));
            promised.add(digest);
            return digest.length == SHA_256_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** True when bytes with this SHA-256 keep every promise. */
    public boolean matches(byte[] sha256) {
        return readable
                && promised.stream().allMatch(digest -> MessageDigest.isEqual(digest, sha256));
    }

    /** True when there is nothing to compare with: the body need not be hashed for it. */
    public boolean promisesNothing() {
        return readable && promised.isEmpty();
    }
}
