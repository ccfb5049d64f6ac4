package vestibule.intake.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a document is gone. */
public enum DeletionReason {
    CLIENT_REQUEST,
    REPLACED,
    RETENTION,
    ERASURE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
