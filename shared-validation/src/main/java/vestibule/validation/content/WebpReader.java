package vestibule.validation.content;

import java.util.Optional;
import vestibule.validation.ContentType;
import vestibule.validation.Dimensions;
import vestibule.validation.Facts;

/** WebP (RFC 9649): the RIFF sizes and the first chunk, which holds the size of the canvas. */
final class WebpReader extends StructureReader {

    private static final int RIFF_HEADER_BYTES = 12;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int LOSSLESS_BYTES = 5;
    private static final int OTHER_BYTES = 10;
    private static final int VP8_LOSSY = 0x56503820;
    private static final int VP8_LOSSLESS = 0x5650384C;
    private static final int VP8_EXTENDED = 0x56503858;

    private int chunk;
    private long riffEnd;
    private long chunkEnd;
    private Optional<Dimensions> dimensions = Optional.empty();

    WebpReader() {
        super(0, RIFF_HEADER_BYTES + CHUNK_HEADER_BYTES);
    }

    @Override
    void read(byte[] header) {
        if (chunk == 0) {
            riffEnd = 8 + LittleEndian.u32(header, 4);
            chunk = BigEndian.i32(header, RIFF_HEADER_BYTES);
            chunkEnd = position() + LittleEndian.u32(header, RIFF_HEADER_BYTES + 4);
            next(0, chunk == VP8_LOSSLESS ? LOSSLESS_BYTES : OTHER_BYTES);
        } else {
            dimensions = canvas(header);
            end(dimensions.isPresent() && chunkEnd >= position());
        }
    }

    private Optional<Dimensions> canvas(byte[] body) {
        return switch (chunk) {
            case VP8_LOSSY -> lossy(body);
            case VP8_LOSSLESS -> lossless(body);
            case VP8_EXTENDED -> extended(body);
            default -> Optional.empty();
        };
    }

    private static Optional<Dimensions> lossy(byte[] body) {
        boolean keyFrame = (body[0] & 1) == 0;
        boolean startCode = LittleEndian.u24(body, 3) == 0x2A019D;
        int width = LittleEndian.u16(body, 6) & 0x3FFF;
        int height = LittleEndian.u16(body, 8) & 0x3FFF;
        return keyFrame && startCode && width > 0 && height > 0
                ? Optional.of(new Dimensions(width, height))
                : Optional.empty();
    }

    private static Optional<Dimensions> lossless(byte[] body) {
        int sizes = LittleEndian.i32(body, 1);
        return body[0] == 0x2F
                ? Optional.of(new Dimensions((sizes & 0x3FFF) + 1, (sizes >> 14 & 0x3FFF) + 1))
                : Optional.empty();
    }

    private static Optional<Dimensions> extended(byte[] body) {
        int width = LittleEndian.u24(body, 4) + 1;
        int height = LittleEndian.u24(body, 7) + 1;
        return Optional.of(new Dimensions(width, height));
    }

    @Override
    public Facts finish() {
        boolean whole = chunkEnd <= riffEnd && riffEnd <= total();
        return Facts.inert(ContentType.WEBP, sound() && whole, dimensions);
    }
}
