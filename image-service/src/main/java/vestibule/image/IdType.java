package vestibule.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vestibule.intake.event.DocumentType;

/** ARGOS's kinds of ID, and what each is called in events. */
enum IdType {
    DRIVERS_LICENSE(DocumentType.DRIVING_LICENCE),
    GOVERNMENT_ID(DocumentType.IDENTITY_CARD),
    PASSPORT(DocumentType.PASSPORT),
    RESIDENCE_PERMIT(DocumentType.RESIDENCE_PERMIT),
    VEHICLE_REGISTRATION_CERTIFICATE(DocumentType.VEHICLE_REGISTRATION),
    VISA(DocumentType.VISA),
    AADHAAR(DocumentType.IDENTITY_CARD),
    PANCARD(DocumentType.TAX_ID);

    private final DocumentType type;

    IdType(DocumentType type) {
        this.type = type;
    }

    /** Exactly as documented: lower case. */
    static Optional<IdType> from(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    DocumentType type() {
        return type;
    }
}
