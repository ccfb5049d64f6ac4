package vestibule.media;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import vestibule.intake.Commit;
import vestibule.intake.Documents;
import vestibule.intake.Fingerprint;
import vestibule.intake.Ids;
import vestibule.intake.ReceivedDocument;
import vestibule.intake.Senders;
import vestibule.intake.SubmittedBody;
import vestibule.intake.access.IdempotencyKey;
import vestibule.intake.access.StoredAnswer;
import vestibule.intake.body.Hash;
import vestibule.intake.http.DigestHeader;
import vestibule.validation.Refusal;

/** The body of one upload: proved, read, judged, and written down. */
final class MediaBody implements SubmittedBody {

    private final MediaSubmission submission;
    private final ImageJson json;
    private final Exchange.Proof proof;
    private final DigestHeader promise;

    /**
     * Of the raw body, where something is to be compared with it: it costs as much as the proof.
     */
    private final Optional<MessageDigest> sha256;

    private byte[] digest = {};
    private Optional<SessionRecord> session = Optional.empty();

    MediaBody(MediaSubmission submission, Documents documents) {
        this.submission = submission;
        var desk = submission.desk();
        var headers = submission.request().headers();
        json = new ImageJson(() -> documents.open(desk.newId(), desk.rules().maxBytes()));
        proof = submission.exchange().prove();
        promise = DigestHeader.of(headers);
        sha256 =
                headers.contains(IdempotencyKey.HEADER) || !promise.promisesNothing()
                        ? Optional.of(Hash.sha256())
                        : Optional.empty();
    }

    /** All of it is read, whatever it is: all of it is signed. */
    @Override
    public boolean accept(byte[] bytes, int offset, int length) {
        proof.update(bytes, offset, length);
        sha256.ifPresent(hash -> hash.update(bytes, offset, length));
        json.accept(bytes, offset, length);
        return true;
    }

    @Override
    public void end() {
        json.end();
        digest = sha256.map(MessageDigest::digest).orElse(digest);
    }

    @Override
    public CompletionStage<List<Refusal>> premises(Senders senders) {
        if (!proof.holds()) {
            return unmet(MediaRefusal.SIGNATURE_OF_BODY_WRONG);
        }
        if (!promise.promisesNothing() && !promise.matches(digest)) {
            return unmet(new Refusal.DigestMismatch());
        }
        return Ids.read(submission.sessionId())
                .map(id -> senders.supply(() -> find(id)))
                .orElseGet(() -> unmet(SignedRequests.notAnId(submission.sessionId())));
    }

    private static CompletableFuture<List<Refusal>> unmet(Refusal refusal) {
        return CompletableFuture.completedFuture(List.of(refusal));
    }

    private List<Refusal> find(UUID id) {
        session = submission.desk().sessions().find(submission.exchange().caller(), id);
        return session.isPresent() ? List.of() : List.of(new Refusal.NotFound());
    }

    @Override
    public List<Refusal> verdict() {
        return session().status().takesMedia()
                ? submission
                        .desk()
                        .rules()
                        .judge(json, submission.exchange().integration())
                        .map(List::of)
                        .orElse(List.of())
                : List.of(MediaRefusal.STATUS_CONFLICTS);
    }

    @Override
    public List<ReceivedDocument> documents() {
        return List.of(json.picture().received().orElseThrow());
    }

    @Override
    public byte[] fingerprint() {
        return Fingerprint.of(session().id().toString(), HexFormat.of().formatHex(digest));
    }

    @Override
    public StoredAnswer record(Commit commit) {
        return submission.desk().record(commit, submission, session().id(), json);
    }

    private SessionRecord session() {
        return session.orElseThrow();
    }
}
