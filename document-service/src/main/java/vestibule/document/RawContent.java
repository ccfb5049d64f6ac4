package vestibule.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vestibule.intake.IncomingDocument;
import vestibule.validation.Declared;

/** A body that is the document itself. */
final class RawContent implements SentFields {

    /** What curl says of any body, with or without parameters. */
    private static final Pattern UNKNOWN =
            Pattern.compile(
                    "\\s*application/x-www-form-urlencoded\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private final FileBytes content;
    private final Declared declared;

    RawContent(Optional<String> mediaType, Supplier<IncomingDocument> opening) {
        content = new FileBytes(opening);
        declared =
                new Declared(
                        mediaType.filter(sent -> !UNKNOWN.matcher(sent).matches()),
                        Optional.empty());
    }

    @Override
    public boolean accept(byte[] bytes, int offset, int length) {
        return content.accept(bytes, offset, length);
    }

    @Override
    public void end() {
        // Its framing alone says where it ends.
    }

    @Override
    public boolean malformed() {
        return false;
    }

    @Override
    public List<SentFile> files() {
        return List.of(content.sent(declared));
    }

    @Override
    public List<SentTypeId> typeIds() {
        return List.of();
    }

    @Override
    public boolean digestKept() {
        return true;
    }
}
