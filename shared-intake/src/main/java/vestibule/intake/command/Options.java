package vestibule.intake.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What follows a command: {@code --name value}, and {@code --yes}. */
record Options(Map<String, String> values) {

    private static final String YES = "--yes";

    Options {
        values = Map.copyOf(values);
    }

    static Options of(List<String> args) {
        var values = new HashMap<String, String>();
        var rest = args.iterator();
        while (rest.hasNext()) {
            var name = rest.next();
            if (!name.startsWith("--")) {
                throw new Misuse("not an option: " + name);
            }
            if (!name.equals(YES) && !rest.hasNext()) {
                throw new Misuse(name + " needs a value");
            }
            values.put(name, name.equals(YES) ? "" : rest.next());
        }
        return new Options(values);
    }

    /** Refuses what a command does not know: a typing error must not widen what it does. */
    void allow(String... names) {
        var unknown = new HashMap<>(values);
        unknown.keySet().removeAll(Set.of(names));
        unknown.remove(YES);
        if (!unknown.isEmpty()) {
            throw new Misuse("unknown here: " + String.join(", ", unknown.keySet()));
        }
    }

    boolean yes() {
        return values.containsKey(YES);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String required(String name) {
        return text(name).orElseThrow(() -> new Misuse(name + " is needed"));
    }

    /** An instant, or the beginning of a day in UTC. */
    Optional<Instant> time(String name) {
        return text(name).map(text -> time(name, text));
    }

    private static Instant time(String name, String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException notOne) {
            throw new Misuse(name + " is no time: " + text);
        }
    }
}
