package vestibule.validation.content;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;

/**
 * WebM and Matroska (RFC 9559): the document type, and a segment whose tracks are not all sound.
 */
final class EbmlReader extends StructureReader {

    private static final long EBML = 0x1A45DFA3;
    private static final long DOC_TYPE = 0x4282;
    private static final long SEGMENT = 0x18538067;
    private static final long CLUSTER = 0x1F43B675;
    private static final long TRACKS = 0x1654AE6B;
    private static final long TRACK = 0xAE;
    private static final long TRACK_TYPE = 0x83;
    private static final int VIDEO = 1;
    private static final int SOUND = 2;
    private static final int MAX_DEPTH = 4;

    private enum Expected {
        ID,
        ID_REST,
        SIZE,
        SIZE_REST,
        VALUE
    }

    private final long[] ends = new long[MAX_DEPTH];
    private int depth;
    private Expected expected = Expected.ID;
    private long number;
    private int restBytes;
    private long id;
    private Optional<ContentType> type = Optional.empty();
    private boolean hasSegment;
    private boolean openEnded;
    private boolean hasVideo;
    private boolean hasSound;

    EbmlReader() {
        super(0, 1);
    }

    @Override
    void read(byte[] header) {
        switch (expected) {
            case ID -> first(header[0] & 0xFF, 4, Expected.ID_REST);
            case SIZE -> first(header[0] & 0xFF, 8, Expected.SIZE_REST);
            case ID_REST, SIZE_REST -> rest(header);
            case VALUE -> value(header);
        }
    }

    /** The leading zero bits of a number say how many bytes follow the first. */
    private void first(int found, int maxBytes, Expected rest) {
        restBytes = Integer.numberOfLeadingZeros(found) - 24;
        if (restBytes >= maxBytes) {
            lost();
            return;
        }
        // The mark that ends the zeros is part of an id but not of a size.
        number = rest == Expected.ID_REST ? found : found & (0x7F >> restBytes);
        expected = rest;
        if (restBytes == 0) {
            whole();
        } else {
            next(0, restBytes);
        }
    }

    private void rest(byte[] header) {
        number = number << (8 * restBytes) | new Fields(header, 0, restBytes).number(restBytes);
        whole();
    }

    private void whole() {
        if (expected == Expected.ID_REST) {
            id = number;
            expected = Expected.SIZE;
            next(0, 1);
        } else {
            boolean unknown = number == (1L << (7 * (restBytes + 1))) - 1;
            // A browser that records does not know how long the segment will be.
            openEnded |= unknown && id == SEGMENT;
            element(unknown ? Long.MAX_VALUE - position() : number);
        }
    }

    private void element(long bodyBytes) {
        long limit = depth > 0 ? ends[depth - 1] : Long.MAX_VALUE;
        if (bodyBytes > limit - position()) {
            lost();
        } else if (isContainer()) {
            hasSegment |= id == SEGMENT;
            ends[depth++] = position() + bodyBytes;
            proceed(position());
        } else if (id == CLUSTER) {
            // The tracks stand in front of the pictures: the rest only has to be there.
            depth = Math.min(depth, 1);
            proceed(depth > 0 ? ends[0] : position() + bodyBytes);
        } else if ((id == DOC_TYPE || id == TRACK_TYPE) && bodyBytes > 0 && bodyBytes <= 16) {
            number = bodyBytes;
            expected = Expected.VALUE;
            next(0, (int) bodyBytes);
        } else {
            proceed(position() + bodyBytes);
        }
    }

    private boolean isContainer() {
        return switch (depth) {
            case 0 -> id == EBML || id == SEGMENT;
            case 1 -> id == TRACKS;
            case 2 -> id == TRACK;
            default -> false;
        };
    }

    private void value(byte[] header) {
        int length = (int) number;
        if (id == DOC_TYPE) {
            type = docType(new String(header, 0, length, StandardCharsets.US_ASCII).strip());
        } else {
            hasVideo |= header[length - 1] == VIDEO;
            hasSound |= header[length - 1] == SOUND;
        }
        proceed(position());
    }

    private static Optional<ContentType> docType(String text) {
        return switch (text) {
            case "webm" -> Optional.of(ContentType.WEBM);
            case "matroska" -> Optional.of(ContentType.MATROSKA);
            default -> Optional.empty();
        };
    }

    private void proceed(long at) {
        while (depth > 0 && at >= ends[depth - 1]) {
            depth--;
        }
        expected = Expected.ID;
        next(at - position(), 1);
    }

    private void lost() {
        end(hasSegment);
    }

    private boolean cut() {
        return !over() && !openEnded && (depth > 0 || cutInsideBody());
    }

    @Override
    public Facts finish() {
        boolean soundOnly = hasSound && !hasVideo;
        if (type.isEmpty() || soundOnly || (!hasSegment && !cut())) {
            return Facts.unknown();
        }
        return Facts.inert(type.get(), hasSegment && !cut(), Optional.empty());
    }
}
