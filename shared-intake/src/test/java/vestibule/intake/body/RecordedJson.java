package vestibule.intake.body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;
import vestibule.validation.json.JsonKind;

/** What a scanner made of a JSON object: its members, and whether it was sound. */
final class RecordedJson implements JsonHandler {

    /** One member as it was told, also one whose end never came. */
    record Member(List<String> path, JsonKind kind, String text) {}

    private static final class Open {
        private final int index;
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();

        private Open(int index) {
            this.index = index;
        }
    }

    final List<Member> members = new ArrayList<>();
    boolean malformed;
    private final Deque<Open> open = new ArrayDeque<>();

    /** Scans a text given at once. */
    static RecordedJson of(String text) {
        return of(text, JsonScanner.Limits.USUAL);
    }

    static RecordedJson of(String text, JsonScanner.Limits limits) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return scan(limits, bytes, () -> Math.max(1, bytes.length));
    }

    /** Scans in arrays of the given lengths; each lies somewhere inside of a larger array. */
    static RecordedJson inArrays(byte[] body, IntSupplier lengths) {
        return scan(JsonScanner.Limits.USUAL, body, lengths);
    }

    private static RecordedJson scan(JsonScanner.Limits limits, byte[] body, IntSupplier lengths) {
        var json = new RecordedJson();
        var scanner = new JsonScanner(limits, json);
        if (Feeding.feed(scanner, body, lengths)) {
            scanner.end();
        }
        json.malformed = scanner.malformed();
        return json;
    }

    /** The texts of the strings and numbers, in wire order. */
    List<String> texts() {
        return members.stream()
                .filter(
                        member ->
                                member.kind() == JsonKind.STRING
                                        || member.kind() == JsonKind.NUMBER)
                .map(Member::text)
                .toList();
    }

    @Override
    public boolean begin(List<String> path, JsonKind kind) {
        open.push(new Open(members.size()));
        members.add(new Member(List.copyOf(path), kind, ""));
        return true;
    }

    @Override
    public boolean data(byte[] bytes, int offset, int length) {
        open.element().text.write(bytes, offset, length);
        return true;
    }

    @Override
    public void end() {
        var ended = open.pop();
        var begun = members.get(ended.index);
        members.set(
                ended.index,
                new Member(
                        begun.path(), begun.kind(), ended.text.toString(StandardCharsets.UTF_8)));
    }
}
