package vestibule.validation;

import java.util.Optional;

/**
 * The last part of a client's file name, as decoded: kept as text, never used as a path or a key.
 * It may be empty when the client sent nothing but a path.
 */
public record FileName(String value) {

    /**
     * Cuts everything up to the last {@code /} or {@code \}; nothing is trimmed, normalised or
     * decoded again. Empty when the client sent an empty name, which means no file at all.
     */
    public static Optional<FileName> from(String decoded) {
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        int cut = Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\'));
        return Optional.of(new FileName(decoded.substring(cut + 1)));
    }

    /** Unicode code points; a lone surrogate counts as one. */
    public int codePoints() {
        return value.codePointCount(0, value.length());
    }

    /**
     * The text after the last dot, as sent. Empty for a name without a dot, with a dot at its end,
     * or with nothing in front of the dot.
     */
    public Optional<String> extension() {
        int dot = value.lastIndexOf('.');
        boolean present = dot > 0 && dot < value.length() - 1;
        return present ? Optional.of(value.substring(dot + 1)) : Optional.empty();
    }

    public boolean startsWithDot() {
        return value.startsWith(".");
    }

    /** U+0000 to U+001F and U+007F. */
    public boolean hasControlCharacters() {
        return value.chars().anyMatch(c -> c < 0x20 || c == 0x7F);
    }
}
