package vestibule.document;

import java.util.UUID;

/** A document that is to be registered while its bytes are awaited. */
record Awaiting(UUID id, String reference, DocumentKind kind) {}
