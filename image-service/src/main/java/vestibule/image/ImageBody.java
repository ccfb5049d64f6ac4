package vestibule.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import vestibule.intake.Commit;
import vestibule.intake.Documents;
import vestibule.intake.Fingerprint;
import vestibule.intake.ReceivedDocument;
import vestibule.intake.Senders;
import vestibule.intake.SubmittedBody;
import vestibule.intake.access.StoredAnswer;
import vestibule.validation.Refusal;

/** The body of one {@code PUT /Image}: scanned, judged, and written down. */
final class ImageBody implements SubmittedBody {

    private final ImageSubmission call;
    private final ImageForm form;
    private final ImageScan scan;

    ImageBody(ImageSubmission call, Documents documents) {
        this.call = call;
        var desk = call.desk();
        var config = desk.config();
        form =
                new ImageForm(
                        config.maxFieldBytes(),
                        () -> documents.open(desk.newId(), config.maxImageBytes()));
        scan = ImageScan.of(call.contentType(), form, config);
    }

    @Override
    public boolean accept(byte[] bytes, int offset, int length) {
        return scan.sink().accept(bytes, offset, length);
    }

    @Override
    public void end() {
        scan.sink().end();
    }

    @Override
    public CompletionStage<List<Refusal>> premises(Senders senders) {
        return unmet().map(refusal -> CompletableFuture.completedStage(List.of(refusal)))
                .orElseGet(() -> senders.supply(this::unknown));
    }

    private Optional<Refusal> unmet() {
        return form.unreadable()
                .or(this::malformed)
                .or(() -> call.desk().rules().incomplete(form))
                .or(() -> call.desk().projects().judge(call.caller(), admin()));
    }

    private Optional<Refusal> malformed() {
        return scan.malformed().getAsBoolean()
                ? Optional.of(new Refusal.BodyMalformed())
                : Optional.empty();
    }

    private List<Refusal> unknown() {
        var submission = form.submissions().iterator().next();
        return call.desk().submissions().find(call.caller(), submission).isPresent()
                ? List.of()
                : List.of(ImageRule.SUBMISSION_INVALID);
    }

    private String admin() {
        return form.text(ImageForm.ADMIN).orElseThrow();
    }

    @Override
    public List<Refusal> verdict() {
        return call.desk().rules().judge(form);
    }

    @Override
    public List<ReceivedDocument> documents() {
        return List.copyOf(put().pictures().values());
    }

    @Override
    public byte[] fingerprint() {
        var put = put();
        var facts = new ArrayList<>(List.of(put.submission(), admin()));
        facts.add(form.text(ImageForm.ID_TYPE).orElse(""));
        Arrays.stream(Slot.values())
                .map(slot -> Optional.ofNullable(put.pictures().get(slot)))
                .forEach(picture -> facts.add(picture.map(ReceivedDocument::sha256).orElse("")));
        return Fingerprint.of(facts.toArray(String[]::new));
    }

    /** Which pictures are replaced is only known while no other call can replace them. */
    @Override
    public boolean readsUnderLock() {
        return true;
    }

    @Override
    public String locked() {
        return put().submission();
    }

    @Override
    public StoredAnswer record(Commit commit) {
        return call.desk().record(commit, call, put());
    }

    private PutPictures put() {
        return PutPictures.of(form);
    }
}
