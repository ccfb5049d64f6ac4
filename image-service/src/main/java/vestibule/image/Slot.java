package vestibule.image;

import java.util.Arrays;
import java.util.Optional;
import vestibule.intake.event.Category;
import vestibule.intake.event.Classification;
import vestibule.intake.event.DocumentType;
import vestibule.intake.event.Side;

/**
 * The pictures of a submission, in the order in which they are judged, and what consumers are told:
 *
 * <pre>
 * slot          category  type              side
 * idImage       identity  see {@link IdType}        front
 * idBackImage   identity  see {@link IdType}        back
 * selfieImage   selfie    selfie            none
 * addressImage  address   proof_of_address  none
 * </pre>
 */
enum Slot {
    ID("idImage", Category.IDENTITY, DocumentType.UNSPECIFIED, Side.FRONT),
    ID_BACK("idBackImage", Category.IDENTITY, DocumentType.UNSPECIFIED, Side.BACK),
    SELFIE("selfieImage", Category.SELFIE, DocumentType.SELFIE, Side.NONE),
    ADDRESS("addressImage", Category.ADDRESS, DocumentType.PROOF_OF_ADDRESS, Side.NONE);

    private final String word;
    private final Category category;
    private final DocumentType type;
    private final Side side;

    Slot(String word, Category category, DocumentType type, Side side) {
        this.word = word;
        this.category = category;
        this.type = type;
        this.side = side;
    }

    static Optional<Slot> from(String word) {
        return Arrays.stream(values()).filter(slot -> slot.word.equals(word)).findFirst();
    }

    /** The vendor's name for it. */
    String word() {
        return word;
    }

    /** True where the picture is of an ID, whose kind must be told. */
    boolean showsId() {
        return category == Category.IDENTITY;
    }

    /**
     * Only the kind of an ID makes a difference; {@code idType} beside other pictures is nothing.
     */
    Classification classification(Optional<IdType> idType) {
        var shown = idType.filter(kind -> showsId()).map(IdType::type).orElse(type);
        return new Classification(category, shown, side, word);
    }
}
