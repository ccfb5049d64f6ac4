package vestibule.intake.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the content scanner said; an infected document has no event. */
public enum Scan {
    CLEAN,
    NOT_SCANNED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
