package vestibule.validation.content;

import java.io.ByteArrayOutputStream;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;

/** HEIF and HEIC (ISO/IEC 23008-12): the {@code meta} box is held, everything else passes by. */
final class HeifReader extends IsoBoxReader {

    static final int MAX_META_BYTES = 1 << 20;

    private static final int META = 0x6D657461; // meta
    private static final int MOVIE = 0x6D6F6F76; // moov

    private final ContentType type;
    private final ByteArrayOutputStream meta = new ByteArrayOutputStream();
    private boolean inMeta;
    private boolean hasMeta;
    private boolean hasMovie;
    private boolean metaTooLarge;

    HeifReader(ContentType type) {
        super(1);
        this.type = type;
    }

    @Override
    Visit visit(int box, int depth, long bodyBytes) {
        inMeta = box == META && !hasMeta;
        hasMeta |= inMeta;
        hasMovie |= box == MOVIE;
        metaTooLarge |= inMeta && bodyBytes > MAX_META_BYTES;
        return metaTooLarge ? Visit.STOP : Visit.PASS;
    }

    @Override
    void peeked(byte[] body) {}

    @Override
    void passed(byte[] bytes, int offset, int length) {
        if (inMeta) {
            meta.write(bytes, offset, length);
        }
    }

    /** Some phones leave bytes behind the last box. */
    @Override
    void lost() {
        end(hasMeta || hasMovie);
    }

    @Override
    public Facts finish() {
        HeifPicture picture = HeifPicture.of(meta.toByteArray(), total());
        boolean nested = !cut() && !metaTooLarge && !(over() && !sound());
        boolean movieOnly = isSequence() && hasMovie && !hasMeta;
        return Facts.inert(type, nested && (picture.sound() || movieOnly), picture.dimensions());
    }

    private boolean isSequence() {
        return type == ContentType.HEIF_SEQUENCE || type == ContentType.HEIC_SEQUENCE;
    }
}
