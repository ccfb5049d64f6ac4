package vestibule.document;

import java.util.Locale;
import vestibule.validation.Refusal;

/** What only B2CORE's rules refuse. */
enum DocumentRefusal implements Refusal.OfVendor {
    /** {@code file} is neither a string nor an uploaded file. */
    FILE_OF_WRONG_KIND,
    /** {@code file} is a path, a URL or another name, and only bytes are taken. */
    REFERENCE_NOT_ACCEPTED,
    /** The name in place of a file is too long or has control characters. */
    REFERENCE_INVALID,
    /** A data URI without sound Base64. */
    BASE64_INVALID,
    TYPE_NOT_INTEGER,
    /** {@code typeId} and {@code typeID} say different things. */
    TYPES_DIFFER,
    /** The bytes that were awaited are here already. */
    CONTENT_PRESENT;

    @Override
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
