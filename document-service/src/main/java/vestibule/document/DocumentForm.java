package vestibule.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vestibule.intake.IncomingDocument;
import vestibule.intake.body.ByteSink;
import vestibule.intake.body.MultipartScanner;
import vestibule.intake.body.PartHandler;
import vestibule.intake.body.PartHeader;
import vestibule.intake.body.TextField;
import vestibule.validation.Declared;
import vestibule.validation.FileName;

/**
 * A body that is a form: {@code file} with a filename holds bytes, without one it is judged like
 * the string of a JSON object.
 */
final class DocumentForm implements SentFields {

    private final Supplier<IncomingDocument> opening;
    private final MultipartScanner scanner;
    private final List<Supplier<SentFile>> files = new ArrayList<>();
    private final List<SentTypeId> typeIds = new ArrayList<>();
    private boolean encoded;
    private boolean digestKept = true;

    DocumentForm(
            String boundary, MultipartScanner.Limits limits, Supplier<IncomingDocument> opening) {
        this.opening = opening;
        scanner = new MultipartScanner(boundary, limits, new Parts());
    }

    @Override
    public boolean accept(byte[] bytes, int offset, int length) {
        return scanner.accept(bytes, offset, length);
    }

    @Override
    public void end() {
        scanner.end();
    }

    /** An encoding that would have to be undone is not for parts of a form. */
    @Override
    public boolean malformed() {
        return encoded || scanner.malformed();
    }

    @Override
    public List<SentFile> files() {
        return files.stream().map(Supplier::get).toList();
    }

    @Override
    public List<SentTypeId> typeIds() {
        return List.copyOf(typeIds);
    }

    @Override
    public boolean digestKept() {
        return digestKept;
    }

    private ByteSink sinkFor(PartHeader header) {
        return switch (header.name()) {
            case "file" -> file(header);
            case SentTypeId.NAME, SentTypeId.OTHER_NAME -> new TypeIdPart(header.name());
            default -> ByteSink.IGNORING;
        };
    }

    private ByteSink file(PartHeader header) {
        if (!files.isEmpty()) {
            // Which of them was meant cannot be told, so there is nothing to keep.
            files.add(SentFile.Empty::new);
            return ByteSink.IGNORING;
        }
        if (header.fileName().isEmpty()) {
            var text = new FileText(opening);
            files.add(text::sent);
            return text;
        }
        var content = new FileBytes(opening);
        var declared =
                new Declared(
                        header.header("content-type"), header.fileName().flatMap(FileName::from));
        files.add(() -> content.sent(declared));
        return content;
    }

    private final class Parts implements PartHandler {

        private ByteSink part = ByteSink.IGNORING;

        @Override
        public boolean begin(PartHeader header) {
            encoded = !header.isPlain();
            part =
                    encoded
                            ? ByteSink.IGNORING
                            : PromisedBytes.of(header, sinkFor(header), () -> digestKept = false);
            return !encoded;
        }

        @Override
        public boolean data(byte[] bytes, int offset, int length) {
            return part.accept(bytes, offset, length);
        }

        @Override
        public void end() {
            part.end();
        }
    }

    private final class TypeIdPart implements ByteSink {

        private final String name;
        private final TextField text = new TextField(SentTypeId.MAX_BYTES);

        TypeIdPart(String name) {
            this.name = name;
        }

        @Override
        public boolean accept(byte[] bytes, int offset, int length) {
            return text.accept(bytes, offset, length);
        }

        @Override
        public void end() {
            typeIds.add(SentTypeId.of(name, text.text()));
        }
    }
}
