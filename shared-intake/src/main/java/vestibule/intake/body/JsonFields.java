package vestibule.intake.body;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vestibule.validation.json.JsonKind;

/**
 * The expected members of a JSON object: the text of each goes to a sink of its own, and the kind
 * that came is remembered. All other members are skipped.
 */
public final class JsonFields implements JsonHandler {

    private final Map<List<String>, ByteSink> sinks = new HashMap<>();
    private final Map<List<String>, JsonKind> kinds = new HashMap<>();
    private ByteSink current = ByteSink.IGNORING;

    /**
     * Expects a member, and objects around it.
     *
     * @param text where its text goes when it is a string, or its characters when it is a number
     * @param path its name after the names of the objects around it
     */
    public JsonFields expect(ByteSink text, String... path) {
        var names = List.of(path);
        for (var depth = 1; depth < names.size(); depth++) {
            sinks.putIfAbsent(names.subList(0, depth), ByteSink.IGNORING);
        }
        sinks.put(names, text);
        return this;
    }

    /** The kind in which an expected member, or an object around one, came; empty if it did not. */
    public Optional<JsonKind> kind(String... path) {
        return Optional.ofNullable(kinds.get(List.of(path)));
    }

    @Override
    public boolean begin(List<String> path, JsonKind kind) {
        var sink = Optional.ofNullable(sinks.get(path));
        sink.ifPresent(_ -> kinds.put(List.copyOf(path), kind));
        current =
                sink.filter(_ -> kind == JsonKind.STRING || kind == JsonKind.NUMBER)
                        .orElse(ByteSink.IGNORING);
        return true;
    }

    @Override
    public boolean data(byte[] bytes, int offset, int length) {
        return current.accept(bytes, offset, length);
    }

    @Override
    public void end() {
        current.end();
        current = ByteSink.IGNORING;
    }
}
