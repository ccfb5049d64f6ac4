package vestibule.media;

import java.util.Optional;
import java.util.UUID;

/** A session as the API speaks of it. */
record SessionRecord(UUID id, SessionStatus status, Optional<String> vendorData, String token) {}
