package vestibule.validation.content;

import java.util.Optional;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;

/** AVI: a RIFF file, whole, that begins with a list of headers. */
final class RiffVideoReader extends StructureReader {

    private static final int HEADER_BYTES = 24;
    private static final int LIST = 0x4C495354; // LIST
    private static final int HEADERS = 0x6864726C; // hdrl

    private long riffEnd;

    RiffVideoReader() {
        super(0, HEADER_BYTES);
    }

    @Override
    void read(byte[] header) {
        riffEnd = 8 + LittleEndian.u32(header, 4);
        long listEnd = 20 + LittleEndian.u32(header, 16);
        end(
                BigEndian.i32(header, 12) == LIST
                        && BigEndian.i32(header, 20) == HEADERS
                        && listEnd <= riffEnd);
    }

    @Override
    public Facts finish() {
        return Facts.inert(ContentType.AVI, sound() && riffEnd <= total(), Optional.empty());
    }
}
