package vestibule.image;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import vestibule.intake.Caller;
import vestibule.intake.Documents;
import vestibule.intake.Submission;
import vestibule.intake.SubmittedBody;
import vestibule.validation.Refusal;

/** One {@code PUT /Image} before its body. */
record ImageSubmission(HttpServerRequest request, Caller caller, ImageDesk desk)
        implements Submission {

    /** An idempotency key is the client's, not one project's. */
    Caller client() {
        return Caller.of(caller.tenant());
    }

    @Override
    public long maxRequestBytes() {
        return desk.config().maxRequestBytes();
    }

    /** A media type that is not read is a broken body, which comes after one that is too large. */
    @Override
    public Optional<Refusal> screen() {
        return Optional.empty();
    }

    @Override
    public Refusal told(Refusal.OfService fault) {
        return ImageRule.PROCESSING_FAILED;
    }

    @Override
    public SubmittedBody open(Documents documents) {
        return new ImageBody(this, documents);
    }

    Optional<String> contentType() {
        return Optional.ofNullable(request.getHeader("Content-Type"));
    }
}
