package vestibule.media;

import java.util.Optional;
import java.util.function.Supplier;
import vestibule.intake.IncomingDocument;
import vestibule.intake.body.JsonFields;
import vestibule.intake.body.JsonScanner;
import vestibule.intake.body.TextField;
import vestibule.validation.json.JsonKind;

/** {@code {"image":{"context","content","timestamp"}}} as it passes. Nothing is judged here. */
final class ImageJson {

    private static final String IMAGE = "image";
    private static final String CONTEXT = "context";
    private static final String CONTENT = "content";
    private static final String TIMESTAMP = "timestamp";

    private final TextField context = new TextField(MediaContext.MAX_BYTES);
    private final TextField timestamp = new TextField(CaptureTime.MAX_BYTES);
    private final ImageContent content;
    private final JsonFields fields;
    private final JsonScanner scanner;

    /** A member as it came. */
    enum Member {
        /** Not there, or null. */
        ABSENT,
        /** Of another type than the documented one. */
        FOREIGN,
        THERE
    }

    ImageJson(Supplier<IncomingDocument> opening) {
        content = new ImageContent(opening);
        fields =
                new JsonFields()
                        .expect(context, IMAGE, CONTEXT)
                        .expect(content, IMAGE, CONTENT)
                        .expect(timestamp, IMAGE, TIMESTAMP);
        scanner = new JsonScanner(JsonScanner.Limits.USUAL, fields);
    }

    void accept(byte[] bytes, int offset, int length) {
        scanner.accept(bytes, offset, length);
    }

    void end() {
        scanner.end();
    }

    boolean malformed() {
        return scanner.malformed();
    }

    Member image() {
        return member(JsonKind.OBJECT, IMAGE);
    }

    Member context() {
        return member(JsonKind.STRING, IMAGE, CONTEXT);
    }

    Member content() {
        return member(JsonKind.STRING, IMAGE, CONTENT);
    }

    Member timestamp() {
        return member(JsonKind.STRING, IMAGE, TIMESTAMP);
    }

    String contextWord() {
        return context.text();
    }

    ImageContent picture() {
        return content;
    }

    /** Empty when it was not sent. */
    Optional<String> taken() {
        return timestamp() == Member.ABSENT ? Optional.empty() : Optional.of(timestamp.text());
    }

    boolean isTimestampTooLong() {
        return timestamp.isTooLong();
    }

    private Member member(JsonKind documented, String... path) {
        return fields.kind(path)
                .filter(kind -> kind != JsonKind.NULL)
                .map(kind -> kind == documented ? Member.THERE : Member.FOREIGN)
                .orElse(Member.ABSENT);
    }
}
