package vestibule.image;

import vestibule.intake.ReceivedDocument;
import vestibule.validation.Declared;

/** What came in a slot. */
sealed interface Picture {

    /** Nothing, or only white space: the slot is not spoken of. */
    record Blank() implements Picture {}

    /** A text that is no Base64. */
    record Undecodable() implements Picture {}

    /** More bytes than a picture may have. */
    record TooLarge() implements Picture {}

    /** The bytes of a file, under its name and type. */
    record Raw(Declared declared, ReceivedDocument document) implements Picture {}

    /** Decoded from Base64; a type is only declared by a data URI. */
    record Decoded(Declared declared, ReceivedDocument document) implements Picture {}
}
