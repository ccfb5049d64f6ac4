package vestibule.validation.content;

import vestibule.validation.ContentType;
import vestibule.validation.Facts;

/** For types that the first bytes tell all about. */
record NamedOnly(Facts facts) implements FormatReader {

    NamedOnly(ContentType type) {
        this(Facts.named(type));
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {}

    @Override
    public Facts finish() {
        return facts;
    }
}
