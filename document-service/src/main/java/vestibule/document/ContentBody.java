package vestibule.document;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import vestibule.intake.Commit;
import vestibule.intake.ReceivedDocument;
import vestibule.intake.Senders;
import vestibule.intake.SubmittedBody;
import vestibule.intake.access.StoredAnswer;
import vestibule.validation.Refusal;

/** The bytes of an awaited document: judged against its type, then kept in its place. */
final class ContentBody implements SubmittedBody {

    private final ContentSubmission submission;
    private final SentFields sent;
    private Optional<AwaitedDocument> awaited = Optional.empty();
    private List<SentFile> files = List.of();

    ContentBody(ContentSubmission submission, SentFields sent) {
        this.submission = submission;
        this.sent = sent;
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
    public CompletionStage<List<Refusal>> premises(Senders senders) {
        return senders.supply(this::find);
    }

    private List<Refusal> find() {
        var number = DocumentNumber.of(submission.documentId());
        var caller = submission.request().caller();
        var ledger = submission.office().ledger();
        awaited = number.flatMap(known -> ledger.awaited(caller, known));
        if (awaited.isPresent()) {
            return kind().isPresent()
                    ? List.of()
                    : List.of(new Refusal.FieldInvalid(SentTypeId.NAME, "no longer configured"));
        }
        return number.flatMap(known -> ledger.kept(caller, known)).isPresent()
                ? List.of(DocumentRefusal.CONTENT_PRESENT)
                : List.of(new Refusal.NotFound());
    }

    @Override
    public List<Refusal> verdict() {
        files = sent.files();
        return submission.office().rules().judgeContent(sent, files, kind().orElseThrow());
    }

    @Override
    public List<ReceivedDocument> documents() {
        return List.of(content().document());
    }

    @Override
    public byte[] fingerprint() {
        return content().document().digest();
    }

    @Override
    public StoredAnswer record(Commit commit) {
        return submission
                .office()
                .desk()
                .fill(
                        commit,
                        submission.request(),
                        awaited.orElseThrow(),
                        content(),
                        kind().orElseThrow());
    }

    private Optional<DocumentKind> kind() {
        return awaited.flatMap(
                document -> AddRules.kind(document.typeId, submission.request().kinds()));
    }

    private SentFile.Content content() {
        return (SentFile.Content) files.getFirst();
    }
}
