package vestibule.image;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Short texts of the companions, as PostgreSQL can keep them. */
final class PlainText {

    private static final int MAX_LENGTH = 512;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile(DATE + "T.+");

    private PlainText() {}

    /** At most 512 characters, none of them a control character or half of one. */
    static boolean isOne(String text) {
        return text.length() <= MAX_LENGTH
                && text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** RFC 3339, as the API tells it: {@code Instant} reads years that no database knows. */
    static boolean isTime(String text) {
        try {
            return TIME.matcher(text).matches() && Instant.parse(text) != null;
        } catch (DateTimeParseException noTime) {
            return false;
        }
    }

    /** {@code YYYY-MM-DD}, and a day of the calendar. */
    static boolean isDate(String text) {
        try {
            return DATE.matcher(text).matches() && LocalDate.parse(text) != null;
        } catch (DateTimeParseException noSuchDay) {
            return false;
        }
    }
}
