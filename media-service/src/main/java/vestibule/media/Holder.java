package vestibule.media;

import vestibule.intake.Caller;

/** Whose an API key is. */
record Holder(Caller caller, Integration integration) {}
