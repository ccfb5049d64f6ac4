package vestibule.intake.body;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Finds one delimiter in a stream of arrays (Horspool), and knows when an array ends inside of one.
 */
final class Boundary {

    private static final Pattern LEGAL =
            Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");

    private final byte[] delimiter;
    private final int[] skip = new int[256];

    /**
     * @param boundary as in the media type, 1 to 70 characters, without the leading dashes
     */
    Boundary(String boundary) {
        delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        Arrays.fill(skip, delimiter.length);
        for (var i = 0; i < delimiter.length - 1; i++) {
            skip[delimiter[i] & 0xff] = delimiter.length - 1 - i;
        }
    }

    /** 1 to 70 characters that RFC 2046 allows, the last one not a blank. */
    static boolean isLegal(String boundary) {
        return LEGAL.matcher(boundary).matches();
    }

    int length() {
        return delimiter.length;
    }

    /** The index of the first delimiter that lies wholly in {@code [from, to)}, or -1. */
    int find(byte[] bytes, int from, int to) {
        var last = delimiter.length - 1;
        var end = last + from;
        while (end < to) {
            var at = last;
            while (bytes[end - last + at] == delimiter[at]) {
                if (at-- == 0) {
                    return end - last;
                }
            }
            end += skip[bytes[end] & 0xff];
        }
        return -1;
    }

    /** How many bytes at the end of {@code [from, to)} may be the beginning of a delimiter. */
    int openEnd(byte[] bytes, int from, int to) {
        for (var held = Math.min(delimiter.length - 1, to - from); held > 0; held--) {
            if (Arrays.equals(bytes, to - held, to, delimiter, 0, held)) {
                return held;
            }
        }
        return 0;
    }
}
