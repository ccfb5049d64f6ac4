package vestibule.document;

import java.time.Instant;
import java.util.Optional;

/**
 * A document as the API speaks of it.
 *
 * @param number what clients call it
 * @param name of the file; while its bytes are awaited, what the client sent in place of them
 * @param content empty while its bytes are awaited
 */
record DocumentRecord(
        long number,
        int typeId,
        String name,
        Optional<Content> content,
        Review review,
        Instant createTime,
        Optional<Instant> updateTime) {

    record Content(String mediaType, long size, String sha256) {}

    /** What the operator says of it. */
    record Review(String status, Optional<String> comment) {

        static final Review PENDING = new Review("pending", Optional.empty());
    }
}
