package vestibule.media;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * {@code image.timestamp}: {@code YYYY-MM-DDTHH:MM[:SS[.fraction]]} and {@code Z}, {@code UTC},
 * {@code +hh:mm} or {@code +hhmm}, of a real date. Its age is not judged.
 */
final class CaptureTime {

    /** A fraction may be long, but not longer. */
    static final int MAX_BYTES = 1_024;

    private static final Pattern SHAPE =
            Pattern.compile(
                    "([0-9]{4})-([0-9]{2})-([0-9]{2})T([01][0-9]|2[0-3]):[0-5][0-9]"
                            + "(:[0-5][0-9]([.][0-9]+)?)?"
                            + "(Z|UTC|[+-]([01][0-9]|2[0-3]):?[0-5][0-9])");

    private CaptureTime() {}

    static boolean isOne(String text) {
        var parts = SHAPE.matcher(text);
        return parts.matches()
                && isDate(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
    }

    private static boolean isDate(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getDayOfMonth() == day;
        } catch (DateTimeException notReal) {
            return false;
        }
    }
}
