package vestibule.validation.content;

import java.util.Optional;
import vestibule.validation.ContentType;
import vestibule.validation.Dimensions;
import vestibule.validation.Facts;

/** BMP: the file header and any of the usual information headers. */
final class BmpReader extends StructureReader {

    private static final int HEADER_BYTES = 30;
    private static final int CORE_HEADER_BYTES = 12;

    private long pixelOffset;
    private Optional<Dimensions> dimensions = Optional.empty();

    BmpReader() {
        super(0, HEADER_BYTES);
    }

    @Override
    void read(byte[] header) {
        pixelOffset = LittleEndian.u32(header, 10);
        long headerBytes = LittleEndian.u32(header, 14);
        boolean core = headerBytes == CORE_HEADER_BYTES;
        long width = core ? LittleEndian.u16(header, 18) : LittleEndian.i32(header, 18);
        long height = core ? LittleEndian.u16(header, 20) : LittleEndian.i32(header, 22);
        int depth = LittleEndian.u16(header, core ? 24 : 28);
        if (width > 0 && height != 0) {
            // A negative height means that the rows are stored from the top down.
            dimensions = Optional.of(new Dimensions(width, Math.abs(height)));
        }
        end(isKnownHeader(headerBytes) && dimensions.isPresent() && isKnownDepth(depth));
    }

    private static boolean isKnownHeader(long bytes) {
        return bytes == CORE_HEADER_BYTES
                || (bytes >= 16 && bytes <= 64)
                || bytes == 108
                || bytes == 124;
    }

    private static boolean isKnownDepth(int bits) {
        return switch (bits) {
            case 1, 2, 4, 8, 16, 24, 32 -> true;
            default -> false;
        };
    }

    @Override
    public Facts finish() {
        return Facts.inert(ContentType.BMP, sound() && pixelOffset < total(), dimensions);
    }
}
