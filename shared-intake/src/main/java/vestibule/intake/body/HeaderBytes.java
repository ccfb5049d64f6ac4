package vestibule.intake.body;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one header block as they arrive, up to a bound. */
final class HeaderBytes {

    private final int capacity;
    private byte[] bytes = new byte[256];
    private int length;

    HeaderBytes(int capacity) {
        this.capacity = capacity;
    }

    void add(byte next) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = next;
    }

    void clear() {
        length = 0;
    }

    boolean isFull() {
        return length >= capacity;
    }

    boolean is(String text) {
        return length == text.length() && text().equals(text);
    }

    /** True after CR LF. */
    boolean endsLine() {
        return length >= 2 && bytes[length - 2] == '\r' && bytes[length - 1] == '\n';
    }

    /** True after the empty line that ends a header block, also when there was no header at all. */
    boolean isComplete() {
        return endsLine()
                && (length == 2
                        || (length >= 4 && bytes[length - 4] == '\r' && bytes[length - 3] == '\n'));
    }

    /** True when there are only blanks and tabs before the line break. */
    boolean isBlank() {
        for (var i = 0; i < length - 2; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** One character a byte; decoding is the reader's business. */
    String text() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
