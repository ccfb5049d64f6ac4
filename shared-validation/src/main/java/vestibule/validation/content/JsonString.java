package vestibule.validation.content;

/** The inside of a string up to its closing quote: escapes, and well-formed UTF-8 (RFC 3629). */
final class JsonString implements JsonScalar {

    private static final int HEX_DIGITS = 4;

    private final Utf8Tail tail = new Utf8Tail();
    private boolean escaped;
    private int hexDigits;
    private Progress progress = Progress.DONE;

    @Override
    public void begin(byte first) {
        escaped = false;
        hexDigits = 0;
        progress = Progress.RUNNING;
    }

    @Override
    public int scan(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && progress == Progress.RUNNING) {
            if (hexDigits == 0 && !escaped && !tail.pending()) {
                at = plain(bytes, at, end);
            }
            if (at < end) {
                one(bytes[at++]);
            }
        }
        return at;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    /** The ordinary case is kept apart and tight: most bytes of a large JSON are here. */
    private static int plain(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    private void one(byte b) {
        if (hexDigits > 0) {
            hexDigits--;
            failUnless(Character.digit(b, 16) >= 0);
        } else if (escaped) {
            escape(b);
        } else if (tail.pending()) {
            failUnless(tail.accept(b));
        } else if (b == '"') {
            progress = Progress.DONE;
        } else if (b == '\\') {
            escaped = true;
        } else {
            failUnless(tail.lead(b));
        }
    }

    private void escape(byte b) {
        escaped = false;
        switch (b) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {}
            case 'u' -> hexDigits = HEX_DIGITS;
            default -> progress = Progress.FAILED;
        }
    }

    private void failUnless(boolean right) {
        if (!right) {
            progress = Progress.FAILED;
        }
    }
}
