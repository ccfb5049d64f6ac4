package vestibule.intake.body;

import java.util.Arrays;

/**
 * What each byte means in Base64: six bits, and marks beside them so high that they are shifted out
 * where digits are joined.
 */
final class Base64Digits {

    private static final int STANDARD = 1 << 26;
    private static final int URL_SAFE = 1 << 27;

    /** The marks of digits that only the standard and only the URL-safe alphabet has. */
    static final int BOTH_ALPHABETS = STANDARD | URL_SAFE;

    /** No digit; above every digit. */
    static final int NONE = 1 << 28;

    private Base64Digits() {}

    static int[] table() {
        var digits = new int[256];
        Arrays.fill(digits, NONE);
        for (var i = 0; i < 26; i++) {
            digits['A' + i] = i;
            digits['a' + i] = 26 + i;
        }
        for (var i = 0; i < 10; i++) {
            digits['0' + i] = 52 + i;
        }
        digits['+'] = STANDARD | 62;
        digits['/'] = STANDARD | 63;
        digits['-'] = URL_SAFE | 62;
        digits['_'] = URL_SAFE | 63;
        return digits;
    }
}
