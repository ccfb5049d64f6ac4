package vestibule.ddq;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import vestibule.intake.Commit;
import vestibule.intake.Documents;
import vestibule.intake.Fingerprint;
import vestibule.intake.ReceivedDocument;
import vestibule.intake.Senders;
import vestibule.intake.SubmittedBody;
import vestibule.intake.access.StoredAnswer;
import vestibule.intake.body.MultipartScanner;
import vestibule.validation.Refusal;

/** The form of one upload: scanned, judged, and written down. */
final class DdqBody implements SubmittedBody {

    private final DdqSubmission submission;
    private final DdqDesk desk;
    private final DdqForm form;
    private final MultipartScanner scanner;
    private Optional<Standing> standing = Optional.empty();

    DdqBody(String boundary, DdqSubmission submission, Documents documents) {
        this.submission = submission;
        desk = submission.desk();
        var config = desk.config();
        form =
                new DdqForm(
                        new DdqForm.Bounds(
                                config.maxFiles(),
                                config.maxFileBytes(),
                                config.maxFileTypesBytes()),
                        () -> documents.open(desk.newId(), config.maxFileBytes()));
        scanner =
                new MultipartScanner(
                        boundary,
                        new MultipartScanner.Limits(config.maxParts(), config.maxPartHeaderBytes()),
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

    /** A form that was not read to its end is asked for its user only if it has named one. */
    @Override
    public CompletionStage<List<Refusal>> premises(Senders senders) {
        return stopped().isPresent() ? premisesUpToCap(senders) : user(senders);
    }

    @Override
    public CompletionStage<List<Refusal>> premisesUpToCap(Senders senders) {
        return form.namesUser() ? user(senders) : CompletableFuture.completedStage(List.of());
    }

    private CompletionStage<List<Refusal>> user(Senders senders) {
        return senders.supply(
                () -> {
                    standing = desk.standings().of(submission.caller().tenant(), form);
                    return standing.isPresent() ? List.of() : List.of(new DdqRefusal.UserUnknown());
                });
    }

    @Override
    public List<Refusal> verdict() {
        return stopped()
                .or(() -> desk.rules().judge(form, standing().request().isPresent()))
                .map(List::of)
                .orElse(List.of());
    }

    private Optional<Refusal> stopped() {
        return scanner.malformed() ? Optional.of(new Refusal.BodyMalformed()) : form.stopped();
    }

    @Override
    public List<ReceivedDocument> documents() {
        return form.files().stream().map(SentFile::document).toList();
    }

    @Override
    public List<Refusal> infected(List<ReceivedDocument> documents) {
        return form.files().stream()
                .filter(file -> documents.contains(file.document()))
                .<Refusal>map(file -> new DdqRefusal.FileInfected(file.name()))
                .toList();
    }

    @Override
    public byte[] fingerprint() {
        var facts = new ArrayList<String>();
        facts.add(standing().account().userId);
        facts.add(form.ddqId().orElse(""));
        new TreeMap<>(fileTypes().words())
                .forEach(
                        (name, word) -> {
                            facts.add(name);
                            facts.add(word);
                        });
        for (var file : form.files()) {
            facts.add(file.name());
            facts.add(file.declared().mediaType().orElse(""));
            facts.add(file.document().sha256());
        }
        return Fingerprint.of(facts.toArray(String[]::new));
    }

    @Override
    public boolean readsUnderLock() {
        return desk.filing().readsUnderLock(form);
    }

    /** The request that is filled, if there is one of that name. */
    @Override
    public String locked() {
        return submission.caller().tenant() + "/" + form.ddqId().orElse("");
    }

    @Override
    public StoredAnswer record(Commit commit) {
        return desk.filing().record(commit, submission, form, standing());
    }

    private Standing standing() {
        return standing.orElseThrow();
    }

    private FileTypes fileTypes() {
        return form.fileTypes().orElseThrow();
    }
}
