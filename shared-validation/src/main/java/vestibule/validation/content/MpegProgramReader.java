package vestibule.validation.content;

import java.util.Optional;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;

/** MPEG program streams (ISO/IEC 13818-1, 11172-1): packs and packets up to the first picture. */
final class MpegProgramReader extends StructureReader {

    private static final int CODE_BYTES = 4;
    private static final int PACK = 0xBA;
    private static final int END = 0xB9;
    private static final int FIRST_WITH_LENGTH = 0xBB;
    private static final int FIRST_SOUND = 0xC0;
    private static final int FIRST_VIDEO = 0xE0;
    private static final int LAST_VIDEO = 0xEF;
    private static final int NEW_PACK_BYTES = 10;
    private static final int OLD_PACK_BYTES = 8;

    private enum Expected {
        CODE,
        PACK_VERSION,
        STUFFING,
        LENGTH
    }

    private Expected expected = Expected.CODE;
    private int packets;
    private boolean hasSound;
    private boolean hasVideo;

    MpegProgramReader() {
        super(0, CODE_BYTES);
    }

    @Override
    void read(byte[] header) {
        switch (expected) {
            case CODE -> code(BigEndian.i32(header, 0));
            case PACK_VERSION -> pack(header[0] & 0xFF);
            case STUFFING -> proceed(header[0] & 7);
            case LENGTH -> proceed(BigEndian.u16(header, 0));
        }
    }

    private void code(int code) {
        int stream = code & 0xFF;
        if (code >>> 8 != 1) {
            end(false);
        } else if (stream == PACK) {
            expect(Expected.PACK_VERSION, 0, 1);
        } else {
            packet(stream);
        }
    }

    private void packet(int stream) {
        packets++;
        hasSound |= stream >= FIRST_SOUND && stream < FIRST_VIDEO;
        hasVideo |= stream >= FIRST_VIDEO && stream <= LAST_VIDEO;
        if (hasVideo || stream < END) {
            end(hasVideo);
        } else if (stream >= FIRST_WITH_LENGTH) {
            expect(Expected.LENGTH, 0, 2);
        } else {
            end(!hasSound);
        }
    }

    private void pack(int version) {
        if (version >> 6 == 1) {
            expect(Expected.STUFFING, NEW_PACK_BYTES - 2, 1);
        } else if (version >> 4 == 2) {
            proceed(OLD_PACK_BYTES - 1);
        } else {
            end(false);
        }
    }

    private void proceed(int skipped) {
        expect(Expected.CODE, skipped, CODE_BYTES);
    }

    private void expect(Expected next, int skipped, int wanted) {
        expected = next;
        next(skipped, wanted);
    }

    @Override
    public Facts finish() {
        boolean video = hasVideo || (packets > 0 && !hasSound && !(over() && !sound()));
        return video ? Facts.inert(ContentType.MPEG, true, Optional.empty()) : Facts.unknown();
    }
}
