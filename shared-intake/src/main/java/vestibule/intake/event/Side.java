package vestibule.intake.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which side of a document a picture shows. */
public enum Side {
    FRONT,
    BACK,
    BOTH,
    NONE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
