package vestibule.ddq;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vestibule.intake.IncomingDocument;
import vestibule.intake.body.PartHandler;
import vestibule.intake.body.PartHeader;
import vestibule.intake.body.TextField;
import vestibule.validation.FileName;
import vestibule.validation.Refusal;

/**
 * The parts of one form as they pass, in any order. Nothing is judged here but what ends the
 * reading at once.
 */
final class DdqForm implements PartHandler {

    /** How much of a form is read. */
    record Bounds(int files, long fileBytes, int fileTypesBytes) {}

    private final Bounds bounds;
    private final Supplier<IncomingDocument> opening;
    private final List<TextField> userIds = new ArrayList<>();
    private final List<TextField> ddqIds = new ArrayList<>();
    private final List<TextField> fileTypes = new ArrayList<>();
    private final List<SentFile> files = new ArrayList<>();
    private Optional<FileName> stray = Optional.empty();
    private Optional<Refusal> stopped = Optional.empty();
    private PartInProgress part = PartInProgress.IGNORED;

    DdqForm(Bounds bounds, Supplier<IncomingDocument> opening) {
        this.bounds = bounds;
        this.opening = opening;
    }

    /** Why no more of the form was read, if so. */
    Optional<Refusal> stopped() {
        return stopped;
    }

    /** True when the form has named a user, well or not. */
    boolean namesUser() {
        return !userIds.isEmpty();
    }

    /** The one user; empty when none is named, or two, or as no user can be called. */
    Optional<ShortText> userId() {
        return only(userIds)
                .flatMap(field -> ShortText.from(field.text()))
                .filter(id -> !id.isBlank());
    }

    /** Every {@code ddq_id} that says something; one that is too long is cut. */
    List<String> ddqIds() {
        return ddqIds.stream().map(TextField::text).filter(id -> !id.isBlank()).toList();
    }

    /** The one that is meant, where no two are sent. */
    Optional<String> ddqId() {
        return ddqIds().stream().findFirst();
    }

    /** Empty when the field is not there once, or no JSON object. */
    Optional<FileTypes> fileTypes() {
        return only(fileTypes).flatMap(field -> FileTypes.parse(field.bytes()));
    }

    /** In wire order. */
    List<SentFile> files() {
        return files;
    }

    /** The first file in a field where none belongs. */
    Optional<FileName> stray() {
        return stray;
    }

    @Override
    public boolean begin(PartHeader header) {
        part = PartInProgress.IGNORED;
        stopped = header.isPlain() ? partFor(header) : Optional.of(new Refusal.BodyMalformed());
        return stopped.isEmpty();
    }

    @Override
    public boolean data(byte[] bytes, int offset, int length) {
        stopped = part.accept(bytes, offset, length);
        return stopped.isEmpty();
    }

    @Override
    public void end() {
        part.end();
    }

    private Optional<Refusal> partFor(PartHeader header) {
        return switch (header.name()) {
            case "user_id" -> begin(new TextInProgress(userIds, ShortText.MAX_BYTES));
            case "ddq_id" -> begin(new TextInProgress(ddqIds, ShortText.MAX_BYTES));
            case "file_types" -> begin(new FileTypesInProgress());
            default ->
                    header.fileName().flatMap(FileName::from).flatMap(name -> file(header, name));
        };
    }

    private Optional<Refusal> file(PartHeader header, FileName name) {
        if (!header.name().equals("files")) {
            stray = stray.or(() -> Optional.of(name));
            return Optional.empty();
        }
        return files.size() == bounds.files()
                ? Optional.of(new DdqRefusal.TooManyFiles(bounds.files()))
                : begin(new FileInProgress(header, name, opening.get()));
    }

    private Optional<Refusal> begin(PartInProgress next) {
        part = next;
        return Optional.empty();
    }

    private static Optional<TextField> only(List<TextField> fields) {
        return fields.size() == 1 ? Optional.of(fields.getFirst()) : Optional.empty();
    }

    /** Where the bytes of the part at hand go; what they are refused for ends the reading. */
    private interface PartInProgress {

        PartInProgress IGNORED = (bytes, offset, length) -> Optional.empty();

        Optional<Refusal> accept(byte[] bytes, int offset, int length);

        default void end() {}
    }

    /** A field counts once it is whole: of one that was cut nobody knows what it says. */
    private record TextInProgress(List<TextField> whole, TextField field)
            implements PartInProgress {

        TextInProgress(List<TextField> whole, int maxBytes) {
            this(whole, new TextField(maxBytes));
        }

        @Override
        public Optional<Refusal> accept(byte[] bytes, int offset, int length) {
            field.accept(bytes, offset, length);
            return Optional.empty();
        }

        @Override
        public void end() {
            whole.add(field);
        }
    }

    private final class FileTypesInProgress implements PartInProgress {

        private final TextField field = new TextField(bounds.fileTypesBytes());

        @Override
        public Optional<Refusal> accept(byte[] bytes, int offset, int length) {
            field.accept(bytes, offset, length);
            return field.isTooLong()
                    ? Optional.of(new DdqRefusal.FileTypesInvalid())
                    : Optional.empty();
        }

        @Override
        public void end() {
            fileTypes.add(field);
        }
    }

    private final class FileInProgress implements PartInProgress {

        private final PartHeader header;
        private final FileName name;
        private final IncomingDocument document;

        FileInProgress(PartHeader header, FileName name, IncomingDocument document) {
            this.header = header;
            this.name = name;
            this.document = document;
        }

        @Override
        public Optional<Refusal> accept(byte[] bytes, int offset, int length) {
            return document.accept(bytes, offset, length)
                    ? Optional.empty()
                    : Optional.of(new DdqRefusal.FileTooLarge(name.value(), bounds.fileBytes()));
        }

        @Override
        public void end() {
            files.add(new SentFile(header, name, document.end()));
        }
    }
}
