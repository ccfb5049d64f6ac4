package vestibule.document;

import vestibule.intake.ReceivedDocument;
import vestibule.validation.Declared;

/** What came as {@code file}. */
sealed interface SentFile {

    /** What can be kept, once nothing is found against it. */
    sealed interface Acceptable extends SentFile {}

    /** Nothing at all: {@code null}, an empty string, no bytes. */
    record Empty() implements SentFile {}

    /** A number, an object: nothing that could be a file. */
    record OfWrongKind() implements SentFile {}

    /** Past the limit; what came after it was not read. */
    record TooLarge() implements SentFile {}

    /** A data URI whose Base64 is not sound. */
    record NotBase64() implements SentFile {}

    /** The name of a file whose bytes are not here: never opened, never fetched. */
    record Reference(String text) implements Acceptable {

        private static final int LONGEST = 1024;

        /** The most bytes that a sound one has in UTF-8. */
        static final int MAX_BYTES = 4 * LONGEST;

        boolean isSound() {
            return text.codePointCount(0, text.length()) <= LONGEST
                    && text.chars().noneMatch(c -> c < 0x20 || c == 0x7F);
        }
    }

    /** Bytes, and what was claimed about them. */
    record Content(ReceivedDocument document, Declared declared) implements Acceptable {

        /** The client's own name for it, or the one that its content gives it. */
        String name() {
            return declared.name()
                    .map(name -> name.value())
                    .filter(name -> !name.isEmpty())
                    .orElseGet(() -> "document." + extension());
        }

        private String extension() {
            return switch (document.facts().type()) {
                case JPEG -> "jpg";
                case PDF -> "pdf";
                default -> document.facts().type().mime().replaceFirst("image/", "");
            };
        }
    }
}
