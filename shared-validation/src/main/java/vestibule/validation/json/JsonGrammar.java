package vestibule.validation.json;

/**
 * The grammar of JSON (RFC 8259) as a machine that can stop and go on at any byte: one object or
 * array in UTF-8, white space around it. Never throws for what the bytes say, and holds nothing of
 * them.
 */
public final class JsonGrammar {

    private enum Expected {
        DOCUMENT,
        VALUE,
        VALUE_OR_END,
        NAME,
        NAME_OR_END,
        COLON,
        COMMA_OR_END,
        STRING,
        NAME_TEXT,
        NUMBER,
        LITERAL,
        WHITE_SPACE,
        NOTHING
    }

    private final JsonListener listener;
    private final JsonString string;
    private final JsonNumber number;
    private final JsonLiteral literal = new JsonLiteral();

    /** The open object or array at each depth, from 1. */
    private final JsonKind[] containers;

    private int depth;
    private JsonKind scalar = JsonKind.NULL;
    private Expected expected = Expected.DOCUMENT;

    /**
     * @param maxDepth of objects and arrays within each other; what is deeper is no JSON here
     */
    public JsonGrammar(int maxDepth, JsonListener listener) {
        this.listener = listener;
        string = new JsonString(listener);
        number = new JsonNumber(listener);
        containers = new JsonKind[maxDepth + 1];
    }

    public void accept(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && expected != Expected.NOTHING) {
            at = step(bytes, at, end);
        }
    }

    /** True when the one value is there, whole. */
    public boolean complete() {
        return expected == Expected.WHITE_SPACE;
    }

    /** True when no further bytes can make JSON of it. */
    public boolean failed() {
        return expected == Expected.NOTHING;
    }

    public static boolean isWhiteSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private int step(byte[] bytes, int at, int end) {
        return switch (expected) {
            case STRING, NAME_TEXT -> scan(string, bytes, at, end);
            case NUMBER -> scan(number, bytes, at, end);
            case LITERAL -> scan(literal, bytes, at, end);
            default -> structure(bytes, at, end);
        };
    }

    private int structure(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && isWhiteSpace(bytes[at])) {
            at++;
        }
        if (at == end) {
            return end;
        }
        token(bytes[at]);
        // The first character of a number is part of its text.
        return expected == Expected.NUMBER ? at : at + 1;
    }

    private int scan(JsonScalar reader, byte[] bytes, int at, int end) {
        int next = reader.scan(bytes, at, end);
        switch (reader.progress()) {
            case FAILED -> expected = Expected.NOTHING;
            case DONE -> endScalar();
            case RUNNING -> {}
        }
        return next;
    }

    private void endScalar() {
        if (expected == Expected.NAME_TEXT) {
            expected = Expected.COLON;
            listener.endName();
        } else {
            expected = Expected.COMMA_OR_END;
            listener.end(scalar);
        }
    }

    private void token(byte b) {
        switch (expected) {
            case DOCUMENT -> container(b);
            case VALUE -> value(b);
            case VALUE_OR_END -> {
                if (b == ']') {
                    close(JsonKind.ARRAY);
                } else {
                    value(b);
                }
            }
            case NAME, NAME_OR_END -> name(b);
            case COLON -> expected = b == ':' ? Expected.VALUE : Expected.NOTHING;
            case COMMA_OR_END -> commaOrEnd(b);
            default -> expected = Expected.NOTHING;
        }
    }

    private void container(byte b) {
        switch (b) {
            case '{' -> open(JsonKind.OBJECT);
            case '[' -> open(JsonKind.ARRAY);
            default -> expected = Expected.NOTHING;
        }
    }

    private void value(byte b) {
        switch (b) {
            case '"' -> begin(JsonKind.STRING, string, b, Expected.STRING);
            case 't' -> begin(JsonKind.TRUE, literal, b, Expected.LITERAL);
            case 'f' -> begin(JsonKind.FALSE, literal, b, Expected.LITERAL);
            case 'n' -> begin(JsonKind.NULL, literal, b, Expected.LITERAL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                    begin(JsonKind.NUMBER, number, b, Expected.NUMBER);
            default -> container(b);
        }
    }

    private void begin(JsonKind kind, JsonScalar reader, byte first, Expected next) {
        scalar = kind;
        expected = next;
        reader.begin(first);
        listener.begin(kind);
    }

    private void name(byte b) {
        if (b == '"') {
            expected = Expected.NAME_TEXT;
            string.begin(b);
            listener.beginName();
        } else if (b == '}' && expected == Expected.NAME_OR_END) {
            close(JsonKind.OBJECT);
        } else {
            expected = Expected.NOTHING;
        }
    }

    private void commaOrEnd(byte b) {
        boolean inObject = containers[depth] == JsonKind.OBJECT;
        switch (b) {
            case ',' -> expected = inObject ? Expected.NAME : Expected.VALUE;
            case '}' -> close(JsonKind.OBJECT);
            case ']' -> close(JsonKind.ARRAY);
            default -> expected = Expected.NOTHING;
        }
    }

    private void open(JsonKind container) {
        if (depth == containers.length - 1) {
            expected = Expected.NOTHING;
            return;
        }
        depth++;
        containers[depth] = container;
        expected = container == JsonKind.OBJECT ? Expected.NAME_OR_END : Expected.VALUE_OR_END;
        listener.begin(container);
    }

    private void close(JsonKind container) {
        if (containers[depth] != container) {
            expected = Expected.NOTHING;
            return;
        }
        depth--;
        expected = depth == 0 ? Expected.WHITE_SPACE : Expected.COMMA_OR_END;
        listener.end(container);
    }
}
