package vestibule.validation.content;

import java.util.Optional;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;

/** Ogg (RFC 3533): every page, one of the first of which begins a Theora stream. */
final class OggReader extends StructureReader {

    private static final int PAGE_HEADER_BYTES = 27;
    private static final int CAPTURE_PATTERN = 0x4F676753; // OggS
    private static final int FIRST_OF_STREAM = 2;
    private static final int CODEC_BYTES = 7;
    private static final int THEORA_START = 0x80746865; // 80 the
    private static final int THEORA_END = 0x656F7261; // eora

    private enum Expected {
        PAGE,
        SEGMENT,
        CODEC
    }

    private Expected expected = Expected.PAGE;
    private boolean firstOfStream;
    private int segments;
    private int bodyBytes;
    private boolean hasTheora;

    OggReader() {
        super(0, PAGE_HEADER_BYTES);
    }

    @Override
    void read(byte[] header) {
        switch (expected) {
            case PAGE -> page(header);
            case SEGMENT -> segment(header[0] & 0xFF);
            case CODEC -> codec(header);
        }
    }

    private void page(byte[] header) {
        if (BigEndian.i32(header, 0) != CAPTURE_PATTERN) {
            end(false);
            return;
        }
        firstOfStream = (header[5] & FIRST_OF_STREAM) != 0;
        segments = header[26] & 0xFF;
        bodyBytes = 0;
        table();
    }

    private void segment(int length) {
        segments--;
        bodyBytes += length;
        table();
    }

    private void table() {
        if (segments > 0) {
            expected = Expected.SEGMENT;
            next(0, 1);
        } else if (firstOfStream && bodyBytes >= CODEC_BYTES) {
            expected = Expected.CODEC;
            next(0, CODEC_BYTES);
        } else {
            nextPage(bodyBytes);
        }
    }

    private void codec(byte[] body) {
        hasTheora |= BigEndian.i32(body, 0) == THEORA_START && BigEndian.i32(body, 3) == THEORA_END;
        nextPage(bodyBytes - CODEC_BYTES);
    }

    private void nextPage(int skipped) {
        expected = Expected.PAGE;
        next(skipped, PAGE_HEADER_BYTES);
    }

    @Override
    public Facts finish() {
        return hasTheora
                ? Facts.inert(ContentType.OGG_VIDEO, !over() && !cutInsideBody(), Optional.empty())
                : Facts.unknown();
    }
}
