package vestibule.media;

import vestibule.validation.Refusal;

/** What became of a session that was to change. */
sealed interface Change {

    record Done(SessionRecord session) implements Change {}

    record Refused(Refusal why) implements Change {}
}
