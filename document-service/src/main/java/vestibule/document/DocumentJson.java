package vestibule.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vestibule.intake.IncomingDocument;
import vestibule.intake.body.JsonFields;
import vestibule.intake.body.JsonScanner;
import vestibule.intake.body.TextField;
import vestibule.validation.json.JsonKind;

/** A body that is one JSON object, under whatever media type. */
final class DocumentJson implements SentFields {

    private static final String FILE = "file";

    private final FileText file;
    private final TextField typeId = new TextField(SentTypeId.MAX_BYTES);
    private final TextField otherTypeId = new TextField(SentTypeId.MAX_BYTES);
    private final JsonFields fields;
    private final JsonScanner scanner;

    DocumentJson(Supplier<IncomingDocument> opening) {
        file = new FileText(opening);
        fields =
                new JsonFields()
                        .expect(file, FILE)
                        .expect(typeId, SentTypeId.NAME)
                        .expect(otherTypeId, SentTypeId.OTHER_NAME);
        scanner = new JsonScanner(JsonScanner.Limits.USUAL, fields);
    }

    @Override
    public boolean accept(byte[] bytes, int offset, int length) {
        return scanner.accept(bytes, offset, length);
    }

    @Override
    public void end() {
        scanner.end();
    }

    @Override
    public boolean malformed() {
        return scanner.malformed();
    }

    @Override
    public List<SentFile> files() {
        return fields.kind(FILE).map(this::file).stream().toList();
    }

    private SentFile file(JsonKind kind) {
        return switch (kind) {
            case STRING -> file.sent();
            case NULL -> new SentFile.Empty();
            case NUMBER, TRUE, FALSE, OBJECT, ARRAY -> new SentFile.OfWrongKind();
        };
    }

    @Override
    public List<SentTypeId> typeIds() {
        return Stream.of(
                        typeId(SentTypeId.NAME, typeId), typeId(SentTypeId.OTHER_NAME, otherTypeId))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<SentTypeId> typeId(String name, TextField text) {
        return fields.kind(name)
                .filter(kind -> kind != JsonKind.NULL)
                .map(
                        kind ->
                                switch (kind) {
                                    case STRING, NUMBER -> SentTypeId.of(name, text.text());
                                    case NULL, TRUE, FALSE, OBJECT, ARRAY ->
                                            SentTypeId.ofWrongKind(name);
                                });
    }

    @Override
    public boolean digestKept() {
        return true;
    }
}
