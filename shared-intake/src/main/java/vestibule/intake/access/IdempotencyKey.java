package vestibule.intake.access;

import java.util.List;
import java.util.regex.Pattern;

/** What the header {@code Idempotency-Key} says: nothing, one key, or something unreadable. */
public sealed interface IdempotencyKey {

    String HEADER = "Idempotency-Key";

    record Absent() implements IdempotencyKey {}

    /** 1 to 255 printable ASCII characters; the bare and the quoted form are the same key. */
    record Given(String value) implements IdempotencyKey {}

    record Malformed() implements IdempotencyKey {}

    /** Reads all values of the header. */
    static IdempotencyKey read(List<String> values) {
        return switch (values.size()) {
            case 0 -> new Absent();
            case 1 -> read(values.getFirst());
            default -> new Malformed();
        };
    }

    private static IdempotencyKey read(String value) {
        var key =
                Shape.QUOTED.matcher(value).matches()
                        ? value.substring(1, value.length() - 1)
                        : value;
        return Shape.KEY.matcher(key).matches() ? new Given(key) : new Malformed();
    }

    /** An interface has no private constants of its own. */
    final class Shape {
        private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");
        private static final Pattern QUOTED = Pattern.compile("\".*\"");

        private Shape() {}
    }
}
