package vestibule.image;

import java.util.Optional;
import java.util.function.Supplier;
import vestibule.intake.IncomingDocument;
import vestibule.intake.body.Base64Text;
import vestibule.intake.body.ByteSink;
import vestibule.validation.Declared;

/** A picture as it passes: Base64 text, or a file that begins like a picture. */
final class PictureInProgress implements ByteSink {

    private static final byte JPEG = (byte) 0xFF;
    private static final byte PNG = (byte) 0x89;

    private final SentField field;
    private final Supplier<IncomingDocument> opening;
    private final Base64Text text = new Base64Text(this::keep);
    private Optional<IncomingDocument> document = Optional.empty();
    private boolean begun;
    private boolean raw;
    private boolean tooLarge;

    /**
     * @param opening begins the document when its first byte is there
     */
    PictureInProgress(SentField field, Supplier<IncomingDocument> opening) {
        this.field = field;
        this.opening = opening;
    }

    /** Always true: what is wrong is judged after what else the request says. */
    @Override
    public boolean accept(byte[] bytes, int offset, int length) {
        if (!begun && length > 0) {
            begun = true;
            raw = field.fileName().isPresent() && beginsLikePicture(bytes[offset]);
        }
        return raw ? keep(bytes, offset, length) : text.accept(bytes, offset, length);
    }

    @Override
    public void end() {
        if (!raw) {
            text.end();
        }
    }

    /** No Base64 begins with such a byte; what does and is no picture is refused either way. */
    private static boolean beginsLikePicture(byte first) {
        return first == JPEG || first == PNG;
    }

    private boolean keep(byte[] bytes, int offset, int length) {
        if (!tooLarge) {
            var kept = document.orElseGet(opening);
            document = Optional.of(kept);
            tooLarge = !kept.accept(bytes, offset, length);
        }
        return true;
    }

    /** After the end. */
    Picture picture() {
        if (!raw && !text.isValid()) {
            return new Picture.Undecodable();
        }
        if (tooLarge) {
            return new Picture.TooLarge();
        }
        return document.<Picture>map(this::whole).orElseGet(this::withoutBytes);
    }

    private Picture whole(IncomingDocument kept) {
        return raw
                ? new Picture.Raw(new Declared(field.declaredType(), field.fileName()), kept.end())
                : new Picture.Decoded(
                        new Declared(text.declaredType(), Optional.empty()), kept.end());
    }

    private Picture withoutBytes() {
        return text.isDataUri() ? new Picture.Undecodable() : new Picture.Blank();
    }
}
