package vestibule.intake.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a document is good for. */
public enum Category {
    IDENTITY,
    ADDRESS,
    SELFIE,
    REPORT,
    OTHER;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
