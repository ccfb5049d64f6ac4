package vestibule.ddq;

import java.util.Optional;

/** What a client may name a user, a request or a person: at most 255 characters, none a control. */
record ShortText(String value) {

    static final int MAX_CODE_POINTS = 255;

    /** Bytes in UTF-8 that such a text has at most. */
    static final int MAX_BYTES = 4 * MAX_CODE_POINTS;

    /** Exactly as sent; empty when it is no such text. */
    static Optional<ShortText> from(String sent) {
        var fits = sent.codePointCount(0, sent.length()) <= MAX_CODE_POINTS;
        return fits && sent.codePoints().allMatch(ShortText::isAllowed)
                ? Optional.of(new ShortText(sent))
                : Optional.empty();
    }

    boolean isBlank() {
        return value.isBlank();
    }

    /** Neither a control character nor half a surrogate pair, which no database takes. */
    private static boolean isAllowed(int codePoint) {
        return codePoint >= 0x20
                && codePoint != 0x7F
                && Character.getType(codePoint) != Character.SURROGATE;
    }
}
