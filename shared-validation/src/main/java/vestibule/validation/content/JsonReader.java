package vestibule.validation.content;

import java.util.Optional;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;
import vestibule.validation.json.JsonGrammar;
import vestibule.validation.json.JsonListener;

/**
 * JSON (RFC 8259): one object or array in UTF-8, a byte order mark allowed in front, nothing but
 * white space behind it.
 */
final class JsonReader implements FormatReader {

    private static final int MAX_DEPTH = 100;
    private static final int MARK_BYTES = 3;
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final JsonGrammar grammar = new JsonGrammar(MAX_DEPTH, JsonListener.NONE);
    private int marked;
    private boolean blank = true;
    private boolean scalar;

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        if (blank) {
            at = skipBlank(bytes, at, end);
        }
        if (!scalar && at < end) {
            grammar.accept(bytes, at, end);
        }
    }

    private int skipBlank(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && isMark(bytes[at] & 0xFF)) {
            at++;
        }
        while (at < end && JsonGrammar.isWhiteSpace(bytes[at])) {
            marked = MARK_BYTES;
            at++;
        }
        if (at < end) {
            blank = false;
            scalar = bytes[at] != '{' && bytes[at] != '[';
        }
        return at;
    }

    private boolean isMark(int found) {
        boolean mark = marked < MARK_BYTES && found == BYTE_ORDER_MARK[marked];
        marked = mark ? marked + 1 : marked;
        return mark;
    }

    @Override
    public Facts finish() {
        return blank || scalar
                ? Facts.unknown()
                : Facts.inert(ContentType.JSON, grammar.complete(), Optional.empty());
    }
}
