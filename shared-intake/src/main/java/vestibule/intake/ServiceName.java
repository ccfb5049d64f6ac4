package vestibule.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The five services by their short names. */
public enum ServiceName {
    FILE,
    DDQ,
    IMAGE,
    MEDIA,
    DOCUMENT;

    /** As in configuration, events and object keys: {@code file}, {@code ddq} ... */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
