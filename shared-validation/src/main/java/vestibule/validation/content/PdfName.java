package vestibule.validation.content;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The names (ISO 32000-1, 7.3.5) that say something about a PDF as a whole. */
enum PdfName {
    JAVASCRIPT("JavaScript"),
    JS("JS"),
    LAUNCH("Launch"),
    EMBEDDED_FILE("EmbeddedFile"),
    EMBEDDED_FILES("EmbeddedFiles"),
    RICH_MEDIA("RichMedia"),
    ENCRYPT("Encrypt"),
    OBJECT_STREAM("ObjStm"),
    ROOT("Root"),
    PAGES("Pages");

    /** The longest name with each character written as {@code #xx}, the slash and a delimiter. */
    static final int MAX_BYTES = 3 * 13 + 2;

    private static final PdfName[] ALL = values();

    private final byte[] text;

    PdfName(String text) {
        this.text = text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A name as it stands in the bytes, and the index behind it. */
    record Found(PdfName name, int end) {}

    /** The name that begins with the slash at {@code slash} and ends before {@code end}. */
    static Optional<Found> at(byte[] bytes, int slash, int end) {
        if (slash + 1 >= end || !mayBegin(bytes[slash + 1])) {
            return Optional.empty();
        }
        for (PdfName name : ALL) {
            int behind = name.endIn(bytes, slash + 1, end);
            if (behind >= 0) {
                return Optional.of(new Found(name, behind));
            }
        }
        return Optional.empty();
    }

    boolean active() {
        return compareTo(RICH_MEDIA) <= 0;
    }

    private static boolean mayBegin(byte b) {
        return switch (b) {
            case 'J', 'L', 'E', 'R', 'O', 'P', '#' -> true;
            default -> false;
        };
    }

    private int endIn(byte[] bytes, int from, int end) {
        int at = from;
        for (byte letter : text) {
            if (at < end && bytes[at] == letter) {
                at++;
            } else if (isEscaped(letter, bytes, at, end)) {
                at += 3;
            } else {
                return -1;
            }
        }
        return at < end && isDelimiter(bytes[at]) ? at : -1;
    }

    private static boolean isEscaped(byte letter, byte[] bytes, int at, int end) {
        return at + 2 < end
                && bytes[at] == '#'
                && Character.digit(bytes[at + 1], 16) == letter >> 4
                && Character.digit(bytes[at + 2], 16) == (letter & 0xF);
    }

    private static boolean isDelimiter(byte b) {
        return switch (b) {
            case 0, '\t', '\n', '\f', '\r', ' ', '(', ')', '<', '>', '[', ']', '{', '}', '/', '%' ->
                    true;
            default -> false;
        };
    }
}
