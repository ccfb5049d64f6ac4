package vestibule.validation.content;

import java.util.Optional;
import java.util.zip.CRC32;
import vestibule.validation.ContentType;
import vestibule.validation.Dimensions;
import vestibule.validation.Facts;

/** PNG (W3C): every chunk up to IEND, with the checksums of the critical ones. */
final class PngReader extends StructureReader {

    private static final int SIGNATURE_BYTES = 8;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int CHECKSUM_BYTES = 4;
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int IHDR_BYTES = 13;

    /** Bit 5 of the first letter of a chunk's name: set (lower case) means ancillary. */
    private static final int ANCILLARY = 0x20000000;

    /** For each colour type, bit n is set when n bits per sample are legal. */
    private static final int[] LEGAL_DEPTHS = {0x10116, 0, 0x10100, 0x116, 0x10100, 0, 0x10100};

    private enum Expected {
        CHUNK,
        IMAGE_HEADER,
        CHECKSUM
    }

    private final CRC32 checksum = new CRC32();
    private Expected expected = Expected.CHUNK;
    private int chunk;
    private boolean started;
    private boolean hasData;
    private Optional<Dimensions> dimensions = Optional.empty();

    PngReader() {
        super(SIGNATURE_BYTES, CHUNK_HEADER_BYTES);
    }

    @Override
    void read(byte[] header) {
        switch (expected) {
            case CHUNK -> chunk(header);
            case IMAGE_HEADER -> imageHeader(header);
            case CHECKSUM -> checksum(BigEndian.u32(header, 0));
        }
    }

    private void chunk(byte[] header) {
        int length = BigEndian.i32(header, 0);
        chunk = BigEndian.i32(header, 4);
        checksum.reset();
        checksum.update(header, 4, 4);
        boolean first = !started;
        started = true;
        if (length < 0 || !isName(header) || first != (chunk == IHDR)) {
            end(false);
        } else if (first) {
            expected = Expected.IMAGE_HEADER;
            next(0, IHDR_BYTES);
            endUnless(length == IHDR_BYTES);
        } else {
            hasData |= chunk == IDAT;
            expectChecksum(length);
        }
    }

    private void imageHeader(byte[] header) {
        checksum.update(header, 0, IHDR_BYTES);
        int width = BigEndian.i32(header, 0);
        int height = BigEndian.i32(header, 4);
        expectChecksum(0);
        if (width > 0 && height > 0) {
            dimensions = Optional.of(new Dimensions(width, height));
        }
        endUnless(dimensions.isPresent() && isLegal(header));
    }

    private void checksum(long found) {
        boolean right = (chunk & ANCILLARY) != 0 || found == checksum.getValue();
        if (!right || chunk == IEND) {
            end(right && hasData);
        } else {
            expected = Expected.CHUNK;
            next(0, CHUNK_HEADER_BYTES);
        }
    }

    @Override
    void passed(byte[] bytes, int offset, int length) {
        if ((chunk & ANCILLARY) == 0) {
            checksum.update(bytes, offset, length);
        }
    }

    private void expectChecksum(int bodyBytes) {
        expected = Expected.CHECKSUM;
        next(bodyBytes, CHECKSUM_BYTES);
    }

    private void endUnless(boolean legal) {
        if (!legal) {
            end(false);
        }
    }

    private static boolean isName(byte[] header) {
        for (int i = 4; i < CHUNK_HEADER_BYTES; i++) {
            int letter = header[i] & ~0x20;
            if (letter < 'A' || letter > 'Z') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLegal(byte[] header) {
        int depth = header[8] & 0xFF;
        int colour = header[9] & 0xFF;
        boolean legalDepth =
                colour < LEGAL_DEPTHS.length
                        && depth <= 16
                        && (LEGAL_DEPTHS[colour] >> depth & 1) == 1;
        int interlace = header[12] & 0xFF;
        return legalDepth && header[10] == 0 && header[11] == 0 && interlace <= 1;
    }

    @Override
    public Facts finish() {
        return Facts.inert(ContentType.PNG, sound(), dimensions);
    }
}
