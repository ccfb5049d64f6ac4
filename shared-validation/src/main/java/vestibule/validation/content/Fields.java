package vestibule.validation.content;

/**
 * Reads numbers one after the other. Behind the end every number is 0 and {@link #overrun} tells;
 * loops over counts that the bytes claim must ask it.
 */
final class Fields {

    private final byte[] bytes;
    private int at;
    private final int end;
    private boolean overrun;

    Fields(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    boolean overrun() {
        return overrun;
    }

    int remaining() {
        return end - at;
    }

    int u8() {
        return (int) number(1);
    }

    int u16() {
        return (int) number(2);
    }

    long u32() {
        return number(4);
    }

    int i32() {
        return (int) number(4);
    }

    /** Big-endian, of 0 to 8 bytes; of 8 bytes it is signed. */
    long number(int size) {
        if (size > remaining()) {
            overrun = true;
            at = end;
            return 0;
        }
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | (bytes[at++] & 0xFF);
        }
        return value;
    }

    /** The next {@code size} bytes apart. */
    Fields part(long size) {
        if (size < 0 || size > remaining()) {
            overrun = true;
            at = end;
            return new Fields(bytes, end, end);
        }
        int start = at;
        at += (int) size;
        return new Fields(bytes, start, at);
    }
}
