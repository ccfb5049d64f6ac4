package vestibule.document;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vestibule.intake.IncomingDocument;
import vestibule.intake.body.Base64Text;
import vestibule.intake.body.ByteSink;
import vestibule.intake.body.TextField;
import vestibule.validation.ContentType;
import vestibule.validation.Declared;

/**
 * The string under {@code file}: a data URI, or Base64 of something that can be recognised, or else
 * the name of a file elsewhere. It is never opened as a path and never fetched as a URL.
 */
final class FileText implements ByteSink {

    /**
     * What is recognised in bare Base64. JSON and JPEG XL are not: one or two bytes say so, and
     * names and paths are Base64 too ({@code /work} decodes to a JPEG XL's beginning).
     */
    private static final Set<ContentType> RECOGNISED =
            EnumSet.complementOf(
                    EnumSet.of(ContentType.UNKNOWN, ContentType.JSON, ContentType.JPEG_XL));

    /**
     * XML is recognised by {@code <?xm}: all that begins with {@code <} would be, such as {@code
     * PASSPORT}.
     */
    private static final String XML_DECLARATION = "PD94b";

    private final FileBytes content;
    private final Base64Text base64;
    private final TextField beginning = new TextField(SentFile.Reference.MAX_BYTES);

    FileText(Supplier<IncomingDocument> opening) {
        content = new FileBytes(opening);
        base64 = new Base64Text(content);
    }

    @Override
    public boolean accept(byte[] text, int offset, int length) {
        beginning.accept(text, offset, length);
        return base64.accept(text, offset, length);
    }

    @Override
    public void end() {
        base64.end();
    }

    /** To be asked once. */
    SentFile sent() {
        if (content.tooLarge()) {
            return new SentFile.TooLarge();
        }
        if (beginning.text().isEmpty()) {
            return new SentFile.Empty();
        }
        var declared = new Declared(base64.declaredType(), Optional.empty());
        if (base64.isDataUri()) {
            return base64.isValid() ? content.sent(declared) : new SentFile.NotBase64();
        }
        return base64.isValid()
                        && content.sent(declared) instanceof SentFile.Content recognised
                        && isRecognised(recognised.document().facts().type())
                ? recognised
                : new SentFile.Reference(beginning.text());
    }

    private boolean isRecognised(ContentType type) {
        return type == ContentType.XML
                ? beginning.text().startsWith(XML_DECLARATION)
                : RECOGNISED.contains(type);
    }
}
