package vestibule.validation.json;

import java.nio.charset.StandardCharsets;

/** {@code true}, {@code false} or {@code null}. */
final class JsonLiteral implements JsonScalar {

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private byte[] word = NULL;
    private int matched;
    private Progress progress = Progress.DONE;

    @Override
    public void begin(byte first) {
        word = first == 't' ? TRUE : first == 'f' ? FALSE : NULL;
        matched = 1;
        progress = Progress.RUNNING;
    }

    @Override
    public int scan(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && matched < word.length) {
            if (bytes[at] != word[matched]) {
                progress = Progress.FAILED;
                return at;
            }
            at++;
            matched++;
        }
        if (matched == word.length) {
            progress = Progress.DONE;
        }
        return at;
    }

    @Override
    public Progress progress() {
        return progress;
    }
}
