package vestibule.file;

import java.util.List;
import vestibule.intake.Commit;
import vestibule.intake.Documents;
import vestibule.intake.Fingerprint;
import vestibule.intake.ReceivedDocument;
import vestibule.intake.SubmittedBody;
import vestibule.intake.access.StoredAnswer;
import vestibule.intake.body.MultipartScanner;
import vestibule.validation.Refusal;

/** The form of one {@code POST /v1/files}: scanned, judged, and written down. */
final class FileBody implements SubmittedBody {

    private final FileSubmission submission;
    private final FileForm form;
    private final MultipartScanner scanner;

    FileBody(String boundary, FileSubmission submission, Documents documents) {
        this.submission = submission;
        var desk = submission.desk();
        form = new FileForm(() -> documents.open(desk.newId(), desk.config().maxFileBytes()));
        scanner =
                new MultipartScanner(
                        boundary,
                        new MultipartScanner.Limits(
                                desk.config().maxParts(), desk.config().maxPartHeaderBytes()),
                        form);
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
    public List<Refusal> verdict() {
        return scanner.malformed()
                ? List.of(new Refusal.BodyMalformed())
                : submission.desk().rules().judge(form);
    }

    @Override
    public List<ReceivedDocument> documents() {
        return List.of(sent().document());
    }

    @Override
    public byte[] fingerprint() {
        return Fingerprint.of(
                sent().document().sha256(),
                sent().name(),
                sent().declared().mediaType().orElse(""),
                purpose().word());
    }

    @Override
    public StoredAnswer record(Commit commit) {
        return submission.desk().record(commit, submission, sent(), purpose());
    }

    private SentFile sent() {
        return form.sent().orElseThrow();
    }

    private Purpose purpose() {
        return FileRules.purposeOf(form).orElseThrow();
    }
}
