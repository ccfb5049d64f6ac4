package vestibule.validation.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The first bytes of a document; all of it when it is shorter than the window. */
final class Head {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] bytes;
    private final int length;

    Head(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    int length() {
        return length;
    }

    boolean full() {
        return length == bytes.length;
    }

    boolean has(int at, byte[] expected) {
        int end = at + expected.length;
        return end <= length && Arrays.equals(bytes, at, end, expected, 0, expected.length);
    }

    boolean has(int at, String expected) {
        return has(at, expected.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Unsigned; 0 behind the end. */
    int u8(int at) {
        return at < length ? bytes[at] & 0xFF : 0;
    }

    /** Big-endian; 0 behind the end. */
    int i32(int at) {
        return at + 4 <= length ? BigEndian.i32(bytes, at) : 0;
    }

    /**
     * Where the text begins, behind a byte order mark and blanks; the length when there is none.
     */
    int textStart() {
        int at = has(0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        while (at < length && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /** The rest from {@code at}, in lower case, one character per byte. */
    String lowerCase(int at) {
        return new String(bytes, at, length - at, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
    }

    /** True when {@code expected} lies wholly within the first {@code limit} bytes. */
    boolean contains(byte[] expected, int limit) {
        int last = Math.min(length, limit) - expected.length;
        for (int at = 0; at <= last; at++) {
            if (has(at, expected)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
