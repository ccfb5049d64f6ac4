package vestibule.intake.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** One vocabulary for the documents of all services; every vendor value maps to one of these. */
public enum DocumentType {
    PASSPORT,
    IDENTITY_CARD,
    DRIVING_LICENCE,
    RESIDENCE_PERMIT,
    PAPER_ID,
    VISA,
    PROOF_OF_ADDRESS,
    SELFIE,
    SELFIE_VIDEO,
    VERIFICATION_REPORT,
    VEHICLE_REGISTRATION,
    TAX_ID,
    UNSPECIFIED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
