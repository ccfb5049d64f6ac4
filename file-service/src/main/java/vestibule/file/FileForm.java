package vestibule.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vestibule.intake.IncomingDocument;
import vestibule.intake.body.ByteSink;
import vestibule.intake.body.PartHandler;
import vestibule.intake.body.PartHeader;
import vestibule.intake.body.TextField;
import vestibule.validation.Declared;
import vestibule.validation.FileName;

/**
 * The parts of one form as they pass, in any order. Nothing is judged here; reading only ends early
 * where reading on is useless.
 */
final class FileForm implements PartHandler {

    /** Begins the document when its part comes. */
    interface Opening {
        IncomingDocument open();
    }

    private final Opening opening;
    private final List<TextField> purposes = new ArrayList<>();
    private int files;
    private boolean encoded;
    private boolean tooLarge;
    private ByteSink part = ByteSink.IGNORING;
    private Optional<PartHeader> fileHeader = Optional.empty();
    private Optional<SentFile> sent = Optional.empty();

    FileForm(Opening opening) {
        this.opening = opening;
    }

    /** The values of all purpose parts; one that is too long to be any purpose is cut. */
    List<String> purposes() {
        return purposes.stream().map(TextField::text).toList();
    }

    /** Parts with a filename, under whatever name but the purpose's. */
    int files() {
        return files;
    }

    /** The name that the file was sent under, known before its bytes are. */
    Optional<FileName> fileName() {
        return fileHeader.flatMap(PartHeader::fileName).flatMap(FileName::from);
    }

    Optional<SentFile> sent() {
        return sent;
    }

    /** True when a part was encoded, which parts of a form are not. */
    boolean encoded() {
        return encoded;
    }

    /** True when the file grew past its limit; what came after it was not read. */
    boolean tooLarge() {
        return tooLarge;
    }

    @Override
    public boolean begin(PartHeader header) {
        encoded = !header.isPlain();
        part = partFor(header);
        return !encoded;
    }

    @Override
    public boolean data(byte[] bytes, int offset, int length) {
        tooLarge = !part.accept(bytes, offset, length);
        return !tooLarge;
    }

    @Override
    public void end() {
        part.end();
    }

    private ByteSink partFor(PartHeader header) {
        if (header.name().equals("purpose")) {
            var purpose = new TextField(Purpose.MAX_BYTES);
            purposes.add(purpose);
            return purpose;
        }
        if (header.fileName().flatMap(FileName::from).isEmpty()) {
            return ByteSink.IGNORING;
        }
        files++;
        if (!header.name().equals("file") || fileHeader.isPresent()) {
            return ByteSink.IGNORING;
        }
        fileHeader = Optional.of(header);
        return new FileInProgress(header, opening.open());
    }

    private final class FileInProgress implements ByteSink {

        private final PartHeader header;
        private final IncomingDocument document;

        FileInProgress(PartHeader header, IncomingDocument document) {
            this.header = header;
            this.document = document;
        }

        @Override
        public boolean accept(byte[] bytes, int offset, int length) {
            return document.accept(bytes, offset, length);
        }

        @Override
        public void end() {
            var declared = new Declared(header.header("content-type"), fileName());
            sent = Optional.of(new SentFile(header, declared, document.end()));
        }
    }
}
