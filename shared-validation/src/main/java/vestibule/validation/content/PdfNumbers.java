package vestibule.validation.content;

import java.util.OptionalLong;

/** Object numbers as they stand in front of {@code obj} and {@code R}. */
final class PdfNumbers {

    private static final int MAX_DIGITS = 10;

    private PdfNumbers() {}

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0;
    }

    /** {@code n g R} from {@code from} on. */
    static OptionalLong reference(byte[] bytes, int from, int end) {
        int number = skipSpace(bytes, from, end);
        int numberEnd = skipDigits(bytes, number, end);
        int generation = skipSpace(bytes, numberEnd, end);
        int generationEnd = skipDigits(bytes, generation, end);
        int letter = skipSpace(bytes, generationEnd, end);
        boolean whole = letter < end && bytes[letter] == 'R' && generation > numberEnd;
        return whole
                ? key(bytes, number, numberEnd, generation, generationEnd)
                : OptionalLong.empty();
    }

    /** {@code n g} up to {@code end}, where {@code obj} stands. */
    static OptionalLong object(byte[] bytes, int from, int end) {
        int generationEnd = backOverSpace(bytes, from, end);
        int generation = backOverDigits(bytes, from, generationEnd);
        int numberEnd = backOverSpace(bytes, from, generation);
        int number = backOverDigits(bytes, from, numberEnd);
        return numberEnd < generation
                ? key(bytes, number, numberEnd, generation, generationEnd)
                : OptionalLong.empty();
    }

    private static OptionalLong key(
            byte[] bytes, int number, int numberEnd, int generation, int generationEnd) {
        boolean sane =
                numberEnd > number
                        && generationEnd > generation
                        && numberEnd - number <= MAX_DIGITS
                        && generationEnd - generation <= 5;
        return sane
                ? OptionalLong.of(
                        value(bytes, number, numberEnd) * 100_000
                                + value(bytes, generation, generationEnd))
                : OptionalLong.empty();
    }

    private static long value(byte[] bytes, int from, int end) {
        long value = 0;
        for (int at = from; at < end; at++) {
            value = value * 10 + bytes[at] - '0';
        }
        return value;
    }

    static int skipSpace(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && isSpace(bytes[at])) {
            at++;
        }
        return at;
    }

    private static int skipDigits(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    private static int backOverSpace(byte[] bytes, int from, int end) {
        int at = end;
        while (at > from && isSpace(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    private static int backOverDigits(byte[] bytes, int from, int end) {
        int at = end;
        while (at > from && isDigit(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
