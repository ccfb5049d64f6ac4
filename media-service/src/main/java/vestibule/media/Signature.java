package vestibule.media;

import io.vertx.core.MultiMap;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a request offers to prove who sent it; nothing is compared yet. */
sealed interface Signature {

    String HEADER = "x-hmac-signature";
    String LEGACY_HEADER = "x-signature";

    /** 32 bytes: HMAC-SHA256 of what is signed. */
    record Hmac(byte[] digest) implements Signature {}

    /** 32 bytes: SHA-256 of what is signed and the secret behind it, the vendor's former way. */
    record Legacy(byte[] digest) implements Signature {}

    /** It cannot be right, whatever is signed. */
    record Unusable(MediaRefusal why) implements Signature {}

    /**
     * @param legacyToo whether the former way counts where the header of today is absent
     */
    static Signature of(MultiMap headers, boolean legacyToo) {
        var values = headers.getAll(HEADER);
        return values.isEmpty() && legacyToo
                ? read(headers.getAll(LEGACY_HEADER), Legacy::new)
                : read(values, Hmac::new);
    }

    private static Signature read(List<String> values, Function<byte[], Signature> kind) {
        if (values.size() != 1 || values.getFirst().isBlank()) {
            return new Unusable(MediaRefusal.SIGNATURE_MISSING);
        }
        return Shape.HEX.matcher(values.getFirst()).matches()
                ? kind.apply(HexFormat.of().parseHex(values.getFirst()))
                : new Unusable(MediaRefusal.SIGNATURE_MALFORMED);
    }

    /** An interface has no private constants of its own. */
    final class Shape {
        private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

        private Shape() {}
    }
}
