package vestibule.intake;

import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import vestibule.intake.access.StoredAnswer;
import vestibule.intake.body.Hash;
import vestibule.intake.http.DigestHeader;
import vestibule.validation.Refusal;

/** A body whose request promises a digest of its raw bytes. */
final class DigestedBody implements SubmittedBody {

    private final SubmittedBody body;
    private final DigestHeader promise;
    private final MessageDigest sha256 = Hash.sha256();
    private boolean ended;

    DigestedBody(SubmittedBody body, DigestHeader promise) {
        this.body = body;
        this.promise = promise;
    }

    @Override
    public boolean accept(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        return body.accept(bytes, offset, length);
    }

    @Override
    public void end() {
        ended = true;
        body.end();
    }

    @Override
    public CompletionStage<List<Refusal>> premises(Senders senders) {
        return body.premises(senders);
    }

    @Override
    public CompletionStage<List<Refusal>> premisesUpToCap(Senders senders) {
        return body.premisesUpToCap(senders);
    }

    /** A body that could not be read, or not to its end, is not accused of its digest too. */
    @Override
    public List<Refusal> verdict() {
        var refusals = body.verdict();
        if (!ended
                || refusals.contains(new Refusal.BodyMalformed())
                || refusals.contains(new Refusal.DigestMismatch())
                || promise.matches(sha256.digest())) {
            return refusals;
        }
        return Stream.concat(refusals.stream(), Stream.of(new Refusal.DigestMismatch())).toList();
    }

    @Override
    public List<ReceivedDocument> documents() {
        return body.documents();
    }

    @Override
    public UUID subject() {
        return body.subject();
    }

    @Override
    public List<Refusal> infected(List<ReceivedDocument> documents) {
        return body.infected(documents);
    }

    @Override
    public byte[] fingerprint() {
        return body.fingerprint();
    }

    @Override
    public boolean readsUnderLock() {
        return body.readsUnderLock();
    }

    @Override
    public String locked() {
        return body.locked();
    }

    @Override
    public StoredAnswer record(Commit commit) {
        return body.record(commit);
    }
}
