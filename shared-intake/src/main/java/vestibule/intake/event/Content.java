package vestibule.intake.event;

import java.util.regex.Pattern;

/**
 * The bytes that were stored.
 *
 * @param mediaType as sniffed, canonical
 * @param sha256 64 hex digits, lower case
 */
public record Content(String mediaType, long sizeBytes, String sha256) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public Content {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hex: " + sha256);
        }
    }
}
