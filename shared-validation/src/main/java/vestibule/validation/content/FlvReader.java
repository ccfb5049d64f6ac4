package vestibule.validation.content;

import java.util.Optional;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;

/** Flash video: the header and every tag; it may not hold sound alone. */
final class FlvReader extends StructureReader {

    private static final int HEADER_BYTES = 9;
    private static final int BACK_POINTER_BYTES = 4;
    private static final int TAG_HEADER_BYTES = 11;
    private static final int SOUND_TAG = 8;
    private static final int VIDEO_TAG = 9;
    private static final int SCRIPT_TAG = 18;

    private boolean started;
    private boolean hasSound;
    private boolean hasVideo;

    FlvReader() {
        super(0, HEADER_BYTES);
    }

    @Override
    void read(byte[] header) {
        if (started) {
            tag(header);
            return;
        }
        started = true;
        long headerBytes = BigEndian.u32(header, 5);
        if (headerBytes < HEADER_BYTES) {
            end(false);
        } else {
            next(headerBytes - HEADER_BYTES + BACK_POINTER_BYTES, TAG_HEADER_BYTES);
        }
    }

    private void tag(byte[] header) {
        int type = header[0] & 0x1F;
        hasSound |= type == SOUND_TAG;
        hasVideo |= type == VIDEO_TAG;
        if (type == SOUND_TAG || type == VIDEO_TAG || type == SCRIPT_TAG) {
            long bodyBytes = BigEndian.u32(header, 0) & 0xFFFFFF;
            next(bodyBytes + BACK_POINTER_BYTES, TAG_HEADER_BYTES);
        } else {
            end(false);
        }
    }

    @Override
    public Facts finish() {
        boolean tags = hasSound || hasVideo;
        if (hasSound && !hasVideo) {
            return Facts.unknown();
        }
        return Facts.inert(ContentType.FLV, tags && !over() && !cutInsideBody(), Optional.empty());
    }
}
