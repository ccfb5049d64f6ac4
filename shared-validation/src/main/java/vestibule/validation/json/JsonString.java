package vestibule.validation.json;

/**
 * The inside of a string up to its closing quote: well-formed UTF-8 (RFC 3629), handed on as it
 * stands, with escapes undone in between.
 */
final class JsonString implements JsonScalar {

    private final JsonListener listener;
    private final JsonEscape escape;
    private final Utf8Tail tail = new Utf8Tail();
    private Progress progress = Progress.DONE;

    JsonString(JsonListener listener) {
        this.listener = listener;
        escape = new JsonEscape(listener);
    }

    @Override
    public void begin(byte first) {
        progress = Progress.RUNNING;
    }

    @Override
    public int scan(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && progress == Progress.RUNNING) {
            if (!escape.isOpen()) {
                at = run(bytes, at, end);
            } else if (!escape.accept(bytes[at++])) {
                progress = Progress.FAILED;
            }
        }
        return at;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    /** Everything up to an escape, the closing quote or the end of the array, without a copy. */
    private int run(byte[] bytes, int from, int end) {
        int at = ascii(bytes, from, end);
        while (at < end && tail.takes(bytes[at])) {
            at = ascii(bytes, at + 1, end);
        }
        if (at > from) {
            escape.settle();
            listener.data(bytes, from, at - from);
        }
        if (at < end) {
            stop(bytes[at++]);
        }
        return at;
    }

    /** The ordinary case is kept apart and tight: most bytes of a large JSON are here. */
    private int ascii(byte[] bytes, int from, int end) {
        int at = from;
        if (!tail.pending()) {
            while (at < end && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
                at++;
            }
        }
        return at;
    }

    private void stop(byte b) {
        if (tail.pending()) {
            progress = Progress.FAILED;
        } else if (b == '\\') {
            escape.open();
        } else if (b == '"') {
            escape.settle();
            progress = Progress.DONE;
        } else {
            progress = Progress.FAILED;
        }
    }
}
