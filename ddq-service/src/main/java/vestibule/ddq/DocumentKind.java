package vestibule.ddq;

import java.util.Arrays;
import java.util.Optional;
import vestibule.intake.event.Category;
import vestibule.intake.event.Classification;
import vestibule.intake.event.DocumentType;
import vestibule.intake.event.Side;

/** The document types of the vendor, and what consumers are told of each. */
enum DocumentKind {
    IDENTITY("ID", Category.IDENTITY, DocumentType.UNSPECIFIED),
    RESIDENCE("PoR", Category.ADDRESS, DocumentType.PROOF_OF_ADDRESS);

    private final String word;
    private final Category category;
    private final DocumentType type;

    DocumentKind(String word, Category category, DocumentType type) {
        this.word = word;
        this.category = category;
        this.type = type;
    }

    /** Exactly as documented. */
    static Optional<DocumentKind> from(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    Classification classification() {
        return new Classification(category, type, Side.NONE, word);
    }
}
