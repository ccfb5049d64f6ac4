package vestibule.media;

import java.util.UUID;

/**
 * A stored media as the API speaks of it.
 *
 * @param size in bytes
 * @param sha256 lower-case hex
 */
record MediaRecord(
        UUID id, UUID sessionId, String context, String mediaType, long size, String sha256) {

    /** What a download is called. */
    String fileName() {
        var subtype = mediaType.substring(mediaType.indexOf('/') + 1);
        return context + "." + (subtype.equals("jpeg") ? "jpg" : subtype);
    }
}
