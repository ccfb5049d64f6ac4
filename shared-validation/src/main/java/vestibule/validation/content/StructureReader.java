package vestibule.validation.content;

/**
 * Follows a structure that announces the length of its parts: small headers are gathered across
 * chunk borders and read, bodies are passed over unseen. Each reading names what comes next.
 */
abstract class StructureReader implements FormatReader {

    static final int MAX_HEADER_BYTES = 64;

    private final byte[] header = new byte[MAX_HEADER_BYTES];
    private int wanted;
    private int held;
    private long unread;
    private long position;
    private long total;
    private boolean over;
    private boolean sound;

    /** Begins with {@code skipped} bytes unseen, then a header of {@code wanted} bytes. */
    StructureReader(long skipped, int wanted) {
        next(skipped, wanted);
    }

    /** The wanted bytes are there, from index 0; must call {@link #next} or {@link #end}. */
    abstract void read(byte[] header);

    /** Bytes on their way past. */
    void passed(byte[] bytes, int offset, int length) {}

    /** Pass over {@code skipped} bytes, then gather {@code wanted} (at least 1). */
    final void next(long skipped, int wanted) {
        this.unread = skipped;
        this.wanted = wanted;
        this.held = 0;
    }

    /** Nothing that follows matters any more. */
    final void end(boolean sound) {
        this.over = true;
        this.sound = sound;
    }

    final boolean over() {
        return over;
    }

    /** True once the structure came to a sound end. */
    final boolean sound() {
        return sound;
    }

    /** True when the bytes stopped inside a part that had announced more. */
    final boolean cutInsideBody() {
        return !over && unread > 0;
    }

    /** Offset of the byte behind the last header or body byte that was taken. */
    final long position() {
        return position;
    }

    /** Every byte accepted so far. */
    final long total() {
        return total;
    }

    @Override
    public final void accept(byte[] bytes, int offset, int length) {
        total += length;
        int at = offset;
        int end = offset + length;
        while (!over && at < end) {
            int taken = unread > 0 ? pass(bytes, at, end - at) : gather(bytes, at, end - at);
            at += taken;
        }
    }

    private int pass(byte[] bytes, int at, int available) {
        int taken = (int) Math.min(unread, available);
        passed(bytes, at, taken);
        unread -= taken;
        position += taken;
        return taken;
    }

    private int gather(byte[] bytes, int at, int available) {
        int taken = Math.min(wanted - held, available);
        for (int i = 0; i < taken; i++) {
            header[held++] = bytes[at + i];
        }
        position += taken;
        if (held == wanted) {
            read(header);
        }
        return taken;
    }
}
