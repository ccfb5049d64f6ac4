package vestibule.bench;

import java.util.OptionalDouble;

/**
 * One line of the table.
 *
 * @param measure its number in docs/performance.md
 * @param raw the store's own limit, taken in turns with it
 * @param beside what else was seen
 */
record Line(
        int measure, String what, String unit, double value, OptionalDouble raw, String beside) {

    static final String TITLES =
            "%-2s %-38s %8s %10s %10s %6s  %s"
                    .formatted("", "median", "unit", "vestibule", "raw store", "ratio", "beside");

    static Line of(int measure, String what, String unit, double value, String beside) {
        return new Line(measure, what, unit, value, OptionalDouble.empty(), beside);
    }

    String text() {
        return "%-2d %-38s %8s %10.2f %10s %6s  %s"
                .formatted(measure, what, unit, value, words(raw), words(ratio()), beside);
    }

    private static String words(OptionalDouble number) {
        return number.isPresent() ? "%.2f".formatted(number.getAsDouble()) : "";
    }

    private OptionalDouble ratio() {
        return raw.isPresent() ? OptionalDouble.of(value / raw.getAsDouble()) : raw;
    }

    /** No text of a line holds a quote. */
    String json() {
        return """
        {"measure":%d,"what":"%s","unit":"%s","value":%.4f,"raw":%s,"ratio":%s,"beside":"%s"}"""
                .formatted(measure, what, unit, value, json(raw), json(ratio()), beside);
    }

    private static String json(OptionalDouble number) {
        return number.isPresent() ? "%.4f".formatted(number.getAsDouble()) : "null";
    }
}
