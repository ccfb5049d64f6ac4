package vestibule.intake.body;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vestibule.validation.json.JsonGrammar;
import vestibule.validation.json.JsonKind;
import vestibule.validation.json.JsonListener;

/**
 * Reads one JSON object (RFC 8259) as it arrives, in arrays of any size: UTF-8 without a byte order
 * mark, no name twice in an object, nothing but white space after it. Strings of any length pass
 * through; no more is held than the names of the objects that are open.
 */
public final class JsonScanner implements BodySink {

    /**
     * Bounds of an object; more of any is malformed.
     *
     * @param depth of objects and arrays within each other
     * @param nameBytes of one member name
     * @param names of members of all objects that are open at a time
     * @param namesLength of all these together, in characters
     * @param numberLength characters of one number
     */
    public record Limits(int depth, int nameBytes, int names, int namesLength, int numberLength) {

        /** Far above what any request of ours holds, far below what would hurt. */
        public static final Limits USUAL = new Limits(64, 1_024, 1_000, 65_536, 1_024);
    }

    private enum State {
        READING,
        MALFORMED,
        STOPPED
    }

    private final Limits limits;
    private final JsonHandler handler;
    private final JsonGrammar grammar;
    private State state = State.READING;

    public JsonScanner(Limits limits, JsonHandler handler) {
        this.limits = limits;
        this.handler = handler;
        grammar = new JsonGrammar(limits.depth(), new Members());
    }

    /** True when the body is no such object, or ended before its closing brace. */
    public boolean malformed() {
        return state == State.MALFORMED;
    }

    @Override
    public boolean accept(byte[] bytes, int offset, int length) {
        if (state == State.READING) {
            grammar.accept(bytes, offset, offset + length);
            goOnIf(!grammar.failed(), State.MALFORMED);
        }
        return state == State.READING;
    }

    @Override
    public void end() {
        goOnIf(grammar.complete(), State.MALFORMED);
    }

    /** The first end is the one that counts: what follows it in the same array is not judged. */
    private void goOnIf(boolean right, State otherwise) {
        if (state == State.READING && !right) {
            state = otherwise;
        }
    }

    private final class Members implements JsonListener {

        private final OpenNames names = new OpenNames(limits.names(), limits.namesLength());
        private final List<String> path = new ArrayList<>();
        private final List<String> readOnlyPath = Collections.unmodifiableList(path);
        private TextField name = new TextField(limits.nameBytes());
        private boolean naming;
        private int arrays;
        private int numberLength;
        private JsonKind kind = JsonKind.OBJECT;

        @Override
        public void beginName() {
            name = new TextField(limits.nameBytes());
            naming = true;
        }

        @Override
        public void endName() {
            naming = false;
            goOnIf(names.add(name.text()), State.MALFORMED);
            if (arrays == 0) {
                path.add(name.text());
            }
        }

        @Override
        public void begin(JsonKind begun) {
            kind = begun;
            numberLength = 0;
            goOnIf(!path.isEmpty() || begun == JsonKind.OBJECT, State.MALFORMED);
            if (isTold()) {
                goOnIf(handler.begin(readOnlyPath, begun), State.STOPPED);
            }
            if (begun == JsonKind.OBJECT) {
                names.openObject();
            } else if (begun == JsonKind.ARRAY) {
                arrays++;
            }
        }

        @Override
        public void data(byte[] bytes, int offset, int length) {
            if (naming) {
                name.accept(bytes, offset, length);
                goOnIf(!name.isTooLong(), State.MALFORMED);
                return;
            }
            if (kind == JsonKind.NUMBER) {
                numberLength += length;
                goOnIf(numberLength <= limits.numberLength(), State.MALFORMED);
            }
            if (isTold()) {
                goOnIf(handler.data(bytes, offset, length), State.STOPPED);
            }
        }

        @Override
        public void end(JsonKind ended) {
            if (ended == JsonKind.OBJECT) {
                names.closeObject();
            } else if (ended == JsonKind.ARRAY) {
                arrays--;
            }
            if (isTold()) {
                handler.end();
            }
            if (arrays == 0 && !path.isEmpty()) {
                path.removeLast();
            }
        }

        private boolean isTold() {
            return state == State.READING && arrays == 0 && !path.isEmpty();
        }
    }
}
