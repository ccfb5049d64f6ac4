package vestibule.intake.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom or what a document belongs to, by the caller's own reference.
 *
 * @param id empty exactly when the kind is {@link Kind#NONE}
 */
public record Subject(Kind kind, Optional<String> id) {

    public Subject {
        if (id.isPresent() == (kind == Kind.NONE)) {
            throw new IllegalArgumentException(
                    "a subject of kind " + kind + " with id: " + id.isPresent());
        }
    }

    public static Subject none() {
        return new Subject(Kind.NONE, Optional.empty());
    }

    public static Subject of(Kind kind, String id) {
        return new Subject(kind, Optional.of(id));
    }

    /** What the caller's reference names. */
    public enum Kind {
        USER,
        SUBMISSION,
        SESSION,
        CLIENT,
        NONE;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
