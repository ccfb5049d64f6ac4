package vestibule.document;

import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand in a path as the number of a document. */
final class DocumentNumber {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{0,18}");

    private DocumentNumber() {}

    /** 1 to 9223372036854775807 in decimal digits, without sign or leading zero. */
    static Optional<Long> of(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
