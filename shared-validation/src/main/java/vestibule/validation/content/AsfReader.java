package vestibule.validation.content;

import java.util.Optional;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;

/** ASF, which WMV files are: the objects of the header, with a stream that is not sound. */
final class AsfReader extends StructureReader {

    private static final int HEADER_BYTES = 30;
    private static final int OBJECT_BYTES = 24;
    private static final int ID_BYTES = 16;
    private static final long STREAM_PROPERTIES = 0x9107DCB7B7A9CF11L;
    private static final long VIDEO = 0xC0EF19BC4D5BCF11L;
    private static final long SOUND = 0x409E69F84D5BCF11L;

    private enum Expected {
        HEADER,
        OBJECT,
        STREAM_TYPE
    }

    private Expected expected = Expected.HEADER;
    private long headerEnd;
    private long objectEnd;
    private boolean hasVideo;
    private boolean hasSound;

    AsfReader() {
        super(0, HEADER_BYTES);
    }

    @Override
    void read(byte[] header) {
        switch (expected) {
            case HEADER -> {
                headerEnd = LittleEndian.i64(header, ID_BYTES);
                proceed(position());
            }
            case OBJECT -> object(header);
            case STREAM_TYPE -> {
                hasVideo |= BigEndian.i64(header, 0) == VIDEO;
                hasSound |= BigEndian.i64(header, 0) == SOUND;
                proceed(objectEnd);
            }
        }
    }

    private void object(byte[] header) {
        long bytes = LittleEndian.i64(header, ID_BYTES);
        boolean inHeader = position() <= headerEnd;
        if (bytes < OBJECT_BYTES || (inHeader && bytes - OBJECT_BYTES > headerEnd - position())) {
            // Behind the header a live recording may announce a size of 0.
            end(!inHeader);
            return;
        }
        objectEnd = position() + Math.min(bytes - OBJECT_BYTES, Long.MAX_VALUE - position());
        if (BigEndian.i64(header, 0) == STREAM_PROPERTIES && bytes >= OBJECT_BYTES + ID_BYTES) {
            expected = Expected.STREAM_TYPE;
            next(0, ID_BYTES);
        } else {
            proceed(objectEnd);
        }
    }

    private void proceed(long at) {
        expected = Expected.OBJECT;
        next(at - position(), OBJECT_BYTES);
    }

    @Override
    public Facts finish() {
        if (hasSound && !hasVideo) {
            return Facts.unknown();
        }
        boolean whole = over() ? sound() : !cutInsideBody() && position() >= headerEnd;
        return Facts.inert(ContentType.ASF, whole && headerEnd > 0, Optional.empty());
    }
}
