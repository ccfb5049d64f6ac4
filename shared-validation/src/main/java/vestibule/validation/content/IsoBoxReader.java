package vestibule.validation.content;

/** Walks the boxes of an ISO base media file (ISO/IEC 14496-12), into some and over others. */
abstract class IsoBoxReader extends StructureReader {

    private static final int HEADER_BYTES = 8;
    private static final int LONG_SIZE_BYTES = 8;
    private static final int MAX_DEPTH = 8;

    /** What to do with a box. */
    enum Visit {
        PASS,
        ENTER,
        PEEK,
        STOP
    }

    private enum Expected {
        HEADER,
        LONG_SIZE,
        PEEKED
    }

    private final long[] ends = new long[MAX_DEPTH];
    private final int peekBytes;
    private int depth;
    private Expected expected = Expected.HEADER;
    private int type;
    private long boxEnd;
    private boolean openEnded;

    IsoBoxReader(int peekBytes) {
        super(0, HEADER_BYTES);
        this.peekBytes = peekBytes;
    }

    /** A box whose header was sound; depth 0 is the top level. */
    abstract Visit visit(int type, int depth, long bodyBytes);

    /** The first bytes of a box that was to be peeked into. */
    abstract void peeked(byte[] body);

    /** A header that no box can have, on the top level. */
    abstract void lost();

    /** True when the bytes stopped inside a box that had announced more. */
    final boolean cut() {
        return !over() && !openEnded && position() < topEnd();
    }

    private long topEnd() {
        return depth > 0 ? ends[0] : boxEnd;
    }

    @Override
    final void read(byte[] header) {
        switch (expected) {
            case HEADER -> header(header);
            case LONG_SIZE -> open(BigEndian.i64(header, 0), HEADER_BYTES + LONG_SIZE_BYTES);
            case PEEKED -> {
                peeked(header);
                proceed(boxEnd);
            }
        }
    }

    private void header(byte[] header) {
        long size = BigEndian.u32(header, 0);
        type = BigEndian.i32(header, 4);
        if (size == 1) {
            expected = Expected.LONG_SIZE;
            next(0, LONG_SIZE_BYTES);
        } else if (size == 0 && depth == 0 && isName(type)) {
            openEnded = true;
            open(Long.MAX_VALUE - position(), HEADER_BYTES);
        } else {
            open(size, HEADER_BYTES);
        }
    }

    private void open(long size, int headerBytes) {
        long limit = depth > 0 ? ends[depth - 1] : Long.MAX_VALUE;
        long bodyBytes = size - headerBytes;
        if (!isName(type) || bodyBytes < 0 || bodyBytes > limit - position()) {
            leave();
            return;
        }
        boxEnd = position() + bodyBytes;
        switch (visit(type, depth, bodyBytes)) {
            case PASS -> proceed(boxEnd);
            case ENTER -> enter();
            case PEEK -> peek(bodyBytes);
            case STOP -> end(true);
        }
    }

    private void enter() {
        if (depth == MAX_DEPTH) {
            proceed(boxEnd);
            return;
        }
        ends[depth++] = boxEnd;
        proceed(position());
    }

    private void peek(long bodyBytes) {
        if (bodyBytes < peekBytes) {
            proceed(boxEnd);
        } else {
            expected = Expected.PEEKED;
            next(0, peekBytes);
        }
    }

    /** The boxes in here do not nest: leave the whole top level box at once. */
    private void leave() {
        if (depth == 0) {
            lost();
            return;
        }
        boxEnd = ends[0];
        depth = 0;
        proceed(boxEnd);
    }

    private void proceed(long at) {
        long target = at;
        while (depth > 0 && target > ends[depth - 1] - HEADER_BYTES) {
            depth--;
            target = ends[depth];
            boxEnd = target;
        }
        if (!over()) {
            expected = Expected.HEADER;
            next(target - position(), HEADER_BYTES);
        }
    }

    private static boolean isName(int type) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            int letter = type >>> shift & 0xFF;
            if (letter < 0x20 || (letter >= 0x7F && letter != 0xA9)) {
                return false;
            }
        }
        return true;
    }
}
