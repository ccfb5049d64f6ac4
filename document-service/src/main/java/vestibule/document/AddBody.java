package vestibule.document;

import java.util.List;
import java.util.UUID;
import vestibule.intake.Commit;
import vestibule.intake.Fingerprint;
import vestibule.intake.ReceivedDocument;
import vestibule.intake.SubmittedBody;
import vestibule.intake.access.StoredAnswer;
import vestibule.validation.Refusal;

/** The body of one {@code POST .../documents}: read, judged, and written down or registered. */
final class AddBody implements SubmittedBody {

    private final AddSubmission submission;
    private final SentFields sent;
    private final UUID ifAwaited;
    private List<SentFile> files = List.of();

    AddBody(AddSubmission submission, SentFields sent) {
        this.submission = submission;
        this.sent = sent;
        this.ifAwaited = submission.office().readers().newId();
    }

    @Override
    public boolean accept(byte[] bytes, int offset, int length) {
        return sent.accept(bytes, offset, length);
    }

    @Override
    public void end() {
        sent.end();
    }

    @Override
    public List<Refusal> verdict() {
        files = sent.files();
        return submission.office().rules().judge(sent, files, submission.request().kinds());
    }

    @Override
    public List<ReceivedDocument> documents() {
        return accepted() instanceof SentFile.Content content
                ? List.of(content.document())
                : List.of();
    }

    @Override
    public UUID subject() {
        return switch (accepted()) {
            case SentFile.Content content -> content.document().id();
            case SentFile.Reference reference -> ifAwaited;
        };
    }

    @Override
    public byte[] fingerprint() {
        var type = Integer.toString(kind().id());
        return switch (accepted()) {
            case SentFile.Content content ->
                    Fingerprint.of(content.document().sha256(), content.name(), type);
            case SentFile.Reference(var text) -> Fingerprint.of(text, type);
        };
    }

    @Override
    public StoredAnswer record(Commit commit) {
        var desk = submission.office().desk();
        return switch (accepted()) {
            case SentFile.Content content ->
                    desk.keep(commit, submission.request(), content, kind());
            case SentFile.Reference(var text) ->
                    desk.await(commit, submission.request(), new Awaiting(ifAwaited, text, kind()));
        };
    }

    private SentFile.Acceptable accepted() {
        return (SentFile.Acceptable) files.getFirst();
    }

    private DocumentKind kind() {
        return AddRules.kindOf(sent.typeIds(), submission.request().kinds()).orElseThrow();
    }
}
