package vestibule.validation.content;

import java.util.Optional;
import vestibule.validation.ContentType;
import vestibule.validation.Dimensions;
import vestibule.validation.Facts;

/**
 * JPEG (ITU-T T.81): segments up to the first scan. What follows is picture data; cameras and
 * viewers do without an end marker, and so do we.
 */
final class JpegReader extends StructureReader {

    private static final int START_BYTES = 2;
    private static final int FILL = 0xFF;
    private static final int TEMPORARY = 0x01;
    private static final int FIRST_STANDALONE = 0xD0;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int SHORTEST_SCAN_HEADER = 8;
    private static final int FRAME_BYTES = 6;

    private enum Expected {
        PREFIX,
        MARKER,
        LENGTH,
        FRAME,
        SCAN_DATA
    }

    private Expected expected = Expected.PREFIX;
    private int marker;
    private int segmentBytes;
    private Optional<Dimensions> dimensions = Optional.empty();

    JpegReader() {
        super(START_BYTES, 1);
    }

    @Override
    void read(byte[] header) {
        switch (expected) {
            case PREFIX -> prefix(header[0] & 0xFF);
            case MARKER -> marker(header[0] & 0xFF);
            case LENGTH -> length(BigEndian.u16(header, 0));
            case FRAME -> frame(header);
            case SCAN_DATA -> end(true);
        }
    }

    private void prefix(int found) {
        if (found == FILL) {
            expect(Expected.MARKER, 0, 1);
        } else {
            end(false);
        }
    }

    private void marker(int found) {
        marker = found;
        if (found == FILL) {
            expect(Expected.MARKER, 0, 1);
        } else if (found == TEMPORARY) {
            expect(Expected.PREFIX, 0, 1);
        } else if (found == 0 || (found >= FIRST_STANDALONE && found <= END_OF_IMAGE)) {
            end(false);
        } else {
            expect(Expected.LENGTH, 0, 2);
        }
    }

    private void length(int found) {
        segmentBytes = found;
        if (found < 2) {
            end(false);
        } else if (marker == START_OF_SCAN) {
            scan();
        } else if (isFrame(marker)) {
            expect(Expected.FRAME, 0, FRAME_BYTES);
        } else {
            expect(Expected.PREFIX, found - 2, 1);
        }
    }

    private void scan() {
        if (dimensions.isEmpty() || segmentBytes < SHORTEST_SCAN_HEADER) {
            end(false);
        } else {
            expect(Expected.SCAN_DATA, segmentBytes - 2, 1);
        }
    }

    private void frame(byte[] header) {
        int height = BigEndian.u16(header, 1);
        int width = BigEndian.u16(header, 3);
        int components = header[5] & 0xFF;
        boolean whole = segmentBytes >= 2 + FRAME_BYTES + 3 * components;
        boolean legal = width > 0 && height > 0 && components > 0 && dimensions.isEmpty();
        if (whole && legal) {
            dimensions = Optional.of(new Dimensions(width, height));
            expect(Expected.PREFIX, segmentBytes - 2 - FRAME_BYTES, 1);
        } else {
            end(false);
        }
    }

    /** C0 to CF without the tables C4 (Huffman) and CC (arithmetic) and the reserved C8. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private void expect(Expected next, long skipped, int wanted) {
        expected = next;
        next(skipped, wanted);
    }

    @Override
    public Facts finish() {
        return Facts.inert(ContentType.JPEG, sound(), dimensions);
    }
}
