package vestibule.validation.content;

import java.util.Arrays;

/**
 * The part of a long document that is looked at now, with some of what came before and of what
 * comes after. It moves at the same places however the bytes arrive.
 */
final class PdfWindow {

    static final int HISTORY_BYTES = 64 * 1024 + 64;
    static final int LOOKAHEAD_BYTES = 1024;

    private static final int FIRST_BYTES = 16 * 1024;
    private static final int MAX_BYTES = 256 * 1024;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int filled;
    private int seen;
    private long start;

    byte[] bytes() {
        return bytes;
    }

    int filled() {
        return filled;
    }

    /** Where looking goes on. */
    int seen() {
        return seen;
    }

    /** Offset in the document of index {@code at}. */
    long position(int at) {
        return start + at;
    }

    /** Index of a position in the document; not above the filled end, maybe below 0. */
    int index(long position) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(filled, position - start));
    }

    boolean full() {
        return filled == MAX_BYTES;
    }

    /** Takes what fits; returns how many bytes that were. */
    int take(byte[] source, int from, int available) {
        int taken = Math.min(available, MAX_BYTES - filled);
        if (filled + taken > bytes.length) {
            int needed = Math.max(filled + taken, Math.min(bytes.length * 2, MAX_BYTES));
            bytes = Arrays.copyOf(bytes, needed);
        }
        System.arraycopy(source, from, bytes, filled, taken);
        filled += taken;
        return taken;
    }

    /** Everything in front of {@code end} has been looked at; only its history is kept. */
    void moveOn(int end) {
        int kept = Math.max(0, end - HISTORY_BYTES);
        System.arraycopy(bytes, kept, bytes, 0, filled - kept);
        start += kept;
        filled -= kept;
        seen = end - kept;
    }
}
