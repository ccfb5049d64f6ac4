package vestibule.validation.content;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/** Which object is the root, and which objects hold a page tree. */
final class PdfObjects {

    static final int MAX_OBJECT_BYTES = 64 * 1024;

    private static final int MAX_ROOTS = 1024;
    private static final int MAX_HOLDERS = 64 * 1024;
    private static final int NUMBER_BYTES = 32;
    private static final byte[] OBJECT = "obj".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "end".getBytes(StandardCharsets.US_ASCII);

    private final Set<Long> roots = new HashSet<>();
    private final Set<Long> holders = new HashSet<>();
    private OptionalLong open = OptionalLong.empty();
    private long openedAt;
    private long lookedUpTo;

    boolean rootHoldsPages() {
        return roots.stream().anyMatch(holders::contains);
    }

    void root(byte[] bytes, int from, int end) {
        PdfNumbers.reference(bytes, from, end)
                .ifPresent(
                        key -> {
                            if (roots.size() < MAX_ROOTS) {
                                roots.add(key);
                            }
                        });
    }

    /**
     * The name of a page tree stands at {@code at}: in which object? Looks back to the last place
     * it looked back from, so that the whole document is looked at once at most.
     */
    void pages(PdfWindow window, int at) {
        byte[] bytes = window.bytes();
        int oldest = Math.max(0, at - MAX_OBJECT_BYTES - OBJECT.length);
        int from = Math.max(oldest, window.index(lookedUpTo));
        int object = ByteSearch.lastIndexOf(bytes, OBJECT, from, at);
        while (object >= 0 && isText(bytes, object)) {
            object = ByteSearch.lastIndexOf(bytes, OBJECT, from, object);
        }
        if (object >= 0) {
            open = header(bytes, object);
            openedAt = window.position(object);
        }
        lookedUpTo = window.position(at);
        if (lookedUpTo - openedAt <= MAX_OBJECT_BYTES && holders.size() < MAX_HOLDERS) {
            open.ifPresent(holders::add);
        }
    }

    /** Neither the beginning of an object nor its end: letters of a name or a string. */
    private static boolean isText(byte[] bytes, int object) {
        return !isEnd(bytes, object) && header(bytes, object).isEmpty();
    }

    private static boolean isEnd(byte[] bytes, int object) {
        return ByteSearch.lastIndexOf(bytes, END, Math.max(0, object - END.length), object) >= 0;
    }

    private static OptionalLong header(byte[] bytes, int object) {
        return isEnd(bytes, object)
                ? OptionalLong.empty()
                : PdfNumbers.object(bytes, Math.max(0, object - NUMBER_BYTES), object);
    }
}
