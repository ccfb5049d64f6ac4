package vestibule.media;

import java.util.Optional;
import java.util.function.Supplier;
import vestibule.intake.IncomingDocument;
import vestibule.intake.ReceivedDocument;
import vestibule.intake.body.Base64Text;
import vestibule.intake.body.ByteSink;
import vestibule.validation.Declared;

/**
 * {@code image.content} as it passes: Base64 into a document. It never stops the reading, because
 * all of the body is signed and earlier checks may still find something.
 */
final class ImageContent implements ByteSink {

    private final Supplier<IncomingDocument> opening;
    private final Base64Text text = new Base64Text(this::decoded);
    private boolean empty = true;
    private boolean tooLarge;
    private Optional<IncomingDocument> document = Optional.empty();
    private Optional<ReceivedDocument> received = Optional.empty();

    /**
     * @param opening begins the document when its first byte comes
     */
    ImageContent(Supplier<IncomingDocument> opening) {
        this.opening = opening;
    }

    boolean isEmpty() {
        return empty;
    }

    boolean isBase64() {
        return text.isValid();
    }

    /** More bytes than any document may have; what came after them was not kept. */
    boolean isTooLarge() {
        return tooLarge;
    }

    /** Base64 characters without white space and prefix. */
    long characters() {
        return text.characters();
    }

    Declared declared() {
        return new Declared(text.declaredType(), Optional.empty());
    }

    /** The document, once its last byte has come; empty when it had none, or too many. */
    Optional<ReceivedDocument> received() {
        return received;
    }

    @Override
    public boolean accept(byte[] bytes, int offset, int length) {
        empty &= length == 0;
        text.accept(bytes, offset, length);
        return true;
    }

    @Override
    public void end() {
        text.end();
        received = document.filter(_ -> !tooLarge).map(IncomingDocument::end);
    }

    private boolean decoded(byte[] bytes, int offset, int length) {
        if (!tooLarge) {
            var open = document.orElseGet(opening);
            document = Optional.of(open);
            tooLarge = !open.accept(bytes, offset, length);
        }
        return true;
    }
}
