package vestibule.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A file as clients see it.
 *
 * @param createdAt UTC, whole seconds, {@code +00:00} and never {@code Z}
 * @param sha256 lower-case hex; only where one file is asked for
 */
record FileView(
        UUID id,
        String name,
        String type,
        long size,
        String purpose,
        String url,
        @JsonProperty("created_at") String createdAt,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> sha256) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    /** The envelope of the vendor: an array, also for one. */
    record Data(List<FileView> data) {

        static Data of(FileRecord file) {
            return new Data(List.of(FileView.of(file)));
        }

        static Data inFull(FileRecord file) {
            return new Data(List.of(FileView.of(file).withSha256(file.sha256())));
        }
    }

    /** One page of a list; both are null on the last page. */
    record Page(List<FileView> data, Meta meta, Links links) {

        /** {@code files} has one more than fits when there is another page. */
        static Page of(List<FileRecord> files, int limit) {
            var data = files.stream().limit(limit).map(FileView::of).toList();
            var cursor =
                    Optional.of(data)
                            .filter(page -> files.size() > limit)
                            .map(page -> page.getLast().id().toString());
            var next = cursor.map(after -> "/v1/files?limit=" + limit + "&cursor=" + after);
            return new Page(data, new Meta(cursor), new Links(next));
        }
    }

    record Meta(@JsonProperty("next_cursor") Optional<String> nextCursor) {}

    record Links(Optional<String> next) {}

    static FileView of(FileRecord file) {
        return new FileView(
                file.id(),
                file.name(),
                file.type(),
                file.size(),
                file.purpose(),
                "/v1/files/" + file.id() + "/contents",
                TIME.format(file.createdAt()),
                Optional.empty());
    }

    FileView withSha256(String digest) {
        return new FileView(id, name, type, size, purpose, url, createdAt, Optional.of(digest));
    }
}
