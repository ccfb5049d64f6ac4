package vestibule.document;

import java.util.Optional;
import java.util.function.Supplier;
import vestibule.intake.IncomingDocument;
import vestibule.intake.body.ByteSink;
import vestibule.validation.Declared;

/** A document whose bytes pass as they are; begun with its first byte. */
final class FileBytes implements ByteSink {

    private final Supplier<IncomingDocument> opening;
    private Optional<IncomingDocument> document = Optional.empty();
    private boolean tooLarge;

    FileBytes(Supplier<IncomingDocument> opening) {
        this.opening = opening;
    }

    @Override
    public boolean accept(byte[] bytes, int offset, int length) {
        if (length > 0 && document.isEmpty()) {
            document = Optional.of(opening.get());
        }
        tooLarge = document.isPresent() && !document.get().accept(bytes, offset, length);
        return !tooLarge;
    }

    boolean tooLarge() {
        return tooLarge;
    }

    /** To be asked once. */
    SentFile sent(Declared declared) {
        if (tooLarge) {
            return new SentFile.TooLarge();
        }
        return document.<SentFile>map(whole -> new SentFile.Content(whole.end(), declared))
                .orElseGet(SentFile.Empty::new);
    }
}
