package vestibule.ddq;

import java.util.Optional;
import vestibule.intake.ReceivedDocument;
import vestibule.intake.body.PartHeader;
import vestibule.validation.Declared;
import vestibule.validation.FileName;

/** One file of a form after its last byte: what its part claimed, and what came. */
record SentFile(PartHeader header, FileName fileName, ReceivedDocument document) {

    String name() {
        return fileName.value();
    }

    /** The name with every {@code %22} as it came, which a client may mean too. */
    String wireName() {
        return header.wireFileName().flatMap(FileName::from).orElse(fileName).value();
    }

    boolean isCalled(String key) {
        return key.equals(name()) || key.equals(wireName());
    }

    Declared declared() {
        return new Declared(header.header("content-type"), Optional.of(fileName));
    }

    /** True when no name in {@code file_types} could tell the two apart. */
    boolean sharesNameWith(SentFile other) {
        return isCalled(other.name()) || isCalled(other.wireName());
    }
}
