package vestibule.media;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A media as clients see it.
 *
 * @param timestamp always null: the vendor answers it no more
 */
record MediaView(
        UUID id,
        String name,
        String context,
        Optional<String> timestamp,
        long size,
        String mimetype,
        String url,
        UUID sessionId) {

    /** The answer to an upload. */
    record Stored(String status, MediaView image) {

        static Stored of(MediaRecord media, PublicUrl url) {
            return new Stored("success", MediaView.of(media, url));
        }
    }

    /** All media of a session; videos are none of ours. */
    record Listed(String status, List<MediaView> images, List<MediaView> videos) {

        static Listed of(List<MediaRecord> media, PublicUrl url) {
            var images = media.stream().map(one -> MediaView.of(one, url)).toList();
            return new Listed("success", images, List.of());
        }
    }

    static MediaView of(MediaRecord media, PublicUrl url) {
        return new MediaView(
                media.id(),
                media.context(),
                media.context(),
                Optional.empty(),
                media.size(),
                media.mediaType(),
                url.media(media.id()),
                media.sessionId());
    }
}
