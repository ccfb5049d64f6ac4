package vestibule.validation.json;

/**
 * The escapes of a string (RFC 8259, section 7), undone. Half a surrogate pair waits for the other
 * half; one that stays alone becomes U+FFFD.
 */
final class JsonEscape {

    private static final int HEX_DIGITS = 4;
    private static final int REPLACEMENT = 0xFFFD;

    private final JsonListener listener;
    private final byte[] character = new byte[4];
    private boolean open;
    private int hexDigits;
    private int value;
    private char high;

    JsonEscape(JsonListener listener) {
        this.listener = listener;
    }

    /** A backslash was read. */
    void open() {
        open = true;
    }

    boolean isOpen() {
        return open;
    }

    /** False for a byte that cannot go on with this escape. */
    boolean accept(byte b) {
        return hexDigits > 0 ? hexDigit(b) : letter(b);
    }

    /** No escape follows at once: half a pair that waits has no other half. */
    void settle() {
        if (high != 0) {
            high = 0;
            tell(REPLACEMENT);
        }
    }

    private boolean letter(byte b) {
        open = false;
        switch (b) {
            case '"', '\\', '/' -> unit((char) b);
            case 'b' -> unit('\b');
            case 'f' -> unit('\f');
            case 'n' -> unit('\n');
            case 'r' -> unit('\r');
            case 't' -> unit('\t');
            case 'u' -> {
                open = true;
                hexDigits = HEX_DIGITS;
                value = 0;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean hexDigit(byte b) {
        int digit = Character.digit(b, 16);
        if (digit < 0) {
            return false;
        }
        value = (value << 4) | digit;
        hexDigits--;
        if (hexDigits == 0) {
            open = false;
            unit((char) value);
        }
        return true;
    }

    private void unit(char unit) {
        if (high != 0 && Character.isLowSurrogate(unit)) {
            int whole = Character.toCodePoint(high, unit);
            high = 0;
            tell(whole);
            return;
        }
        settle();
        if (Character.isHighSurrogate(unit)) {
            high = unit;
        } else {
            tell(Character.isLowSurrogate(unit) ? REPLACEMENT : unit);
        }
    }

    private void tell(int codePoint) {
        int tails = codePoint < 0x80 ? 0 : codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
        // As many leading ones as the character has bytes, and none for ASCII (RFC 3629).
        int lead = tails == 0 ? 0 : (0xFF00 >> (tails + 1)) & 0xFF;
        character[0] = (byte) (lead | (codePoint >> (6 * tails)));
        for (int i = 1; i <= tails; i++) {
            character[i] = (byte) (0x80 | ((codePoint >> (6 * (tails - i))) & 0x3F));
        }
        listener.data(character, 0, tails + 1);
    }
}
