package vestibule.validation.content;

import java.util.Optional;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;

/**
 * MP4, QuickTime and 3GP: sound boxes on the top level, among them a movie or a movie fragment that
 * is not sound alone.
 */
final class IsoVideoReader extends IsoBoxReader {

    private static final int MOVIE = 0x6D6F6F76; // moov
    private static final int FRAGMENT = 0x6D6F6F66; // moof
    private static final int TRACK = 0x7472616B; // trak
    private static final int MEDIA = 0x6D646961; // mdia
    private static final int HANDLER = 0x68646C72; // hdlr
    private static final int VIDEO = 0x76696465; // vide
    private static final int SOUND = 0x736F756E; // soun

    private static final int HANDLER_TYPE_OFFSET = 8;

    private final ContentType type;
    private int boxes;
    private boolean hasMovie;
    private boolean hasVideo;
    private boolean hasSound;

    IsoVideoReader(ContentType type) {
        super(HANDLER_TYPE_OFFSET + 4);
        this.type = type;
    }

    @Override
    Visit visit(int box, int depth, long bodyBytes) {
        boxes++;
        hasMovie |= depth == 0 && (box == MOVIE || box == FRAGMENT);
        return switch (box) {
            case MOVIE -> depth == 0 ? Visit.ENTER : Visit.PASS;
            case TRACK -> depth == 1 ? Visit.ENTER : Visit.PASS;
            case MEDIA -> depth == 2 ? Visit.ENTER : Visit.PASS;
            case HANDLER -> depth == 3 ? Visit.PEEK : Visit.PASS;
            default -> Visit.PASS;
        };
    }

    @Override
    void peeked(byte[] body) {
        int handler = BigEndian.i32(body, HANDLER_TYPE_OFFSET);
        hasVideo |= handler == VIDEO;
        hasSound |= handler == SOUND;
    }

    /** Some cameras leave bytes behind the last box. */
    @Override
    void lost() {
        end(true);
    }

    @Override
    public Facts finish() {
        if (cut() && boxes > 1) {
            return Facts.inert(type, false, Optional.empty());
        }
        boolean soundOnly = hasSound && !hasVideo;
        return hasMovie && !soundOnly ? Facts.inert(type, true, Optional.empty()) : Facts.unknown();
    }
}
