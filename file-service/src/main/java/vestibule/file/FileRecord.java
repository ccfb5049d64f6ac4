package vestibule.file;

import java.time.Instant;
import java.util.UUID;

/** A stored file as the API speaks of it. */
record FileRecord(
        UUID id,
        String name,
        String type,
        long size,
        String purpose,
        Instant createdAt,
        String sha256) {}
