package vestibule.media;

import java.util.Locale;

/** Where a session is in its life, and what may come next. */
enum SessionStatus {
    CREATED,
    /** It has media. */
    STARTED,
    SUBMITTED,
    CANCELED;

    boolean mayBecome(SessionStatus next) {
        return switch (this) {
            case CREATED -> next != CREATED;
            case STARTED -> next == SUBMITTED || next == CANCELED;
            case SUBMITTED -> next == CANCELED;
            case CANCELED -> false;
        };
    }

    boolean takesMedia() {
        return this == STARTED || mayBecome(STARTED);
    }

    /** What was handed in is decided on before it goes. */
    boolean mayBeErased() {
        return this != SUBMITTED;
    }

    /** As in the API. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
