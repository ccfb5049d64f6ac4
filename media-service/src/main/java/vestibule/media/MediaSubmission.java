package vestibule.media;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import vestibule.intake.Documents;
import vestibule.intake.Submission;
import vestibule.intake.SubmittedBody;
import vestibule.validation.Refusal;

/**
 * One {@code POST /v1/sessions/{id}/media} before its body.
 *
 * @param sessionId as in the path, not judged yet
 */
record MediaSubmission(
        HttpServerRequest request, String sessionId, Exchange exchange, MediaDesk desk)
        implements Submission {

    @Override
    public long maxRequestBytes() {
        return desk.rules().maxRequestBytes();
    }

    @Override
    public Optional<Refusal> screen() {
        return MediaTypes.screen(request.getHeader("Content-Type"));
    }

    /** Only the body proves who asks. */
    @Override
    public boolean keyAfterBody() {
        return true;
    }

    @Override
    public SubmittedBody open(Documents documents) {
        return new MediaBody(this, documents);
    }
}
