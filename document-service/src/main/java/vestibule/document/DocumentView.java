package vestibule.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * A document as clients see it: every member always, {@code null} where nothing is known.
 *
 * @param createTime UTC, whole seconds, {@code +00:00} and never {@code Z}
 */
record DocumentView(
        long id,
        int typeId,
        Optional<Kind> type,
        String status,
        Optional<String> comment,
        boolean contentAvailable,
        FileView file,
        String createTime,
        Optional<String> updateTime) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    record Group(int id, String caption) {}

    record Kind(int id, String name, String caption, Group group) {

        static Kind of(DocumentKind kind) {
            return new Kind(
                    kind.id(),
                    kind.name(),
                    kind.caption(),
                    new Group(kind.group().id(), kind.group().caption()));
        }
    }

    /** With what it takes, where types are listed. */
    record KindInFull(@JsonUnwrapped Kind kind, List<String> mediaTypes) {

        static KindInFull of(DocumentKind kind) {
            return new KindInFull(Kind.of(kind), kind.mediaTypes());
        }
    }

    /**
     * @param uploadUrl where the bytes are to be sent; only there while they are awaited
     */
    record FileView(
            String name,
            Optional<String> mimeType,
            Optional<Long> size,
            Optional<String> sha256,
            Optional<String> url,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> uploadUrl) {

        static FileView of(DocumentRecord document, String url) {
            var content = document.content();
            return new FileView(
                    document.name(),
                    content.map(DocumentRecord.Content::mediaType),
                    content.map(DocumentRecord.Content::size),
                    content.map(DocumentRecord.Content::sha256),
                    content.map(_ -> url),
                    content.isPresent() ? Optional.empty() : Optional.of(url));
        }
    }

    /** A list together with how much there is of it. */
    record Total(long total, List<?> data) {}

    static DocumentView of(DocumentRecord document, List<DocumentKind> kinds, Place place) {
        return new DocumentView(
                document.number(),
                document.typeId(),
                AddRules.kind(document.typeId(), kinds).map(Kind::of),
                document.review().status(),
                document.review().comment(),
                document.content().isPresent(),
                FileView.of(document, place.ofFile(document.number())),
                time(document.createTime()),
                document.updateTime().map(DocumentView::time));
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }
}
