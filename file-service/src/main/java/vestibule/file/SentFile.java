package vestibule.file;

import vestibule.intake.ReceivedDocument;
import vestibule.intake.body.PartHeader;
import vestibule.validation.Declared;

/** The one file of a form after its last byte: what its part claimed, and what came. */
record SentFile(PartHeader header, Declared declared, ReceivedDocument document) {

    String name() {
        return declared.name().orElseThrow().value();
    }
}
