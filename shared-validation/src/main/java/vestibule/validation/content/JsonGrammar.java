package vestibule.validation.content;

/** The grammar of JSON as a machine that can stop and go on at any byte. */
final class JsonGrammar {

    static final int MAX_DEPTH = 100;

    private enum Expected {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COLON,
        COMMA_OR_END,
        STRING,
        KEY_STRING,
        NUMBER,
        LITERAL,
        WHITE_SPACE,
        NOTHING
    }

    private final JsonString string = new JsonString();
    private final JsonNumber number = new JsonNumber();
    private final JsonLiteral literal = new JsonLiteral();

    /** True where the container at that depth is an object. */
    private final boolean[] objects = new boolean[MAX_DEPTH + 1];

    private int depth;
    private Expected expected = Expected.VALUE;

    void accept(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && expected != Expected.NOTHING) {
            at = step(bytes, at, end);
        }
    }

    /** True when the one value is there, whole. */
    boolean complete() {
        return expected == Expected.WHITE_SPACE;
    }

    static boolean isWhiteSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private int step(byte[] bytes, int at, int end) {
        return switch (expected) {
            case STRING, KEY_STRING -> scan(string, bytes, at, end);
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
        if (at < end) {
            token(bytes[at++]);
        }
        return at;
    }

    private int scan(JsonScalar scalar, byte[] bytes, int at, int end) {
        int next = scalar.scan(bytes, at, end);
        switch (scalar.progress()) {
            case FAILED -> expected = Expected.NOTHING;
            case DONE ->
                    expected =
                            expected == Expected.KEY_STRING
                                    ? Expected.COLON
                                    : Expected.COMMA_OR_END;
            case RUNNING -> {}
        }
        return next;
    }

    private void token(byte b) {
        switch (expected) {
            case VALUE -> value(b);
            case VALUE_OR_END -> {
                if (b == ']') {
                    close(false);
                } else {
                    value(b);
                }
            }
            case KEY -> key(b);
            case KEY_OR_END -> {
                if (b == '}') {
                    close(true);
                } else {
                    key(b);
                }
            }
            case COLON -> expected = b == ':' ? Expected.VALUE : Expected.NOTHING;
            case COMMA_OR_END -> commaOrEnd(b);
            default -> expected = Expected.NOTHING;
        }
    }

    private void value(byte b) {
        switch (b) {
            case '{' -> open(true);
            case '[' -> open(false);
            case '"' -> begin(string, b, Expected.STRING);
            case 't', 'f', 'n' -> begin(literal, b, Expected.LITERAL);
            default -> begin(number, b, Expected.NUMBER);
        }
    }

    private void key(byte b) {
        if (b == '"') {
            begin(string, b, Expected.KEY_STRING);
        } else {
            expected = Expected.NOTHING;
        }
    }

    private void begin(JsonScalar scalar, byte first, Expected next) {
        scalar.begin(first);
        expected = scalar.progress() == JsonScalar.Progress.FAILED ? Expected.NOTHING : next;
    }

    private void commaOrEnd(byte b) {
        boolean inObject = objects[depth];
        switch (b) {
            case ',' -> expected = inObject ? Expected.KEY : Expected.VALUE;
            case '}' -> close(true);
            case ']' -> close(false);
            default -> expected = Expected.NOTHING;
        }
    }

    private void open(boolean object) {
        if (depth == MAX_DEPTH) {
            expected = Expected.NOTHING;
            return;
        }
        depth++;
        objects[depth] = object;
        expected = object ? Expected.KEY_OR_END : Expected.VALUE_OR_END;
    }

    private void close(boolean object) {
        if (objects[depth] != object) {
            expected = Expected.NOTHING;
            return;
        }
        depth--;
        expected = depth == 0 ? Expected.WHITE_SPACE : Expected.COMMA_OR_END;
    }
}
