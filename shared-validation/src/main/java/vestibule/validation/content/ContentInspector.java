package vestibule.validation.content;

import java.util.Objects;
import java.util.Optional;
import vestibule.validation.Facts;

/**
 * Finds out what a document is while its bytes pass: feed every byte once, in order and in chunks
 * of any size, then ask. Holds a bounded window of the document, never throws for what the bytes
 * say, never decodes a picture or a page. For one document and one thread at a time.
 */
public final class ContentInspector {

    private final byte[] head = new byte[Sniffer.HEAD_BYTES];
    private int held;
    private Optional<FormatReader> reader = Optional.empty();

    public ContentInspector() {}

    public void accept(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int taken = reader.isPresent() ? 0 : Math.min(length, head.length - held);
        System.arraycopy(bytes, offset, head, held, taken);
        held += taken;
        if (length > taken) {
            reader().accept(bytes, offset + taken, length - taken);
        }
    }

    /** The facts; to be asked for once, after the last byte. */
    public Facts finish() {
        return reader().finish();
    }

    private FormatReader reader() {
        if (reader.isEmpty()) {
            FormatReader chosen = Sniffer.choose(new Head(head, held));
            chosen.accept(head, 0, held);
            reader = Optional.of(chosen);
        }
        return reader.get();
    }
}
