package vestibule.file;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import vestibule.intake.Caller;
import vestibule.intake.Documents;
import vestibule.intake.Submission;
import vestibule.intake.SubmittedBody;
import vestibule.intake.body.MultipartScanner;
import vestibule.validation.Refusal;

/** One {@code POST /v1/files} before its body. */
record FileSubmission(HttpServerRequest request, Caller caller, FileDesk desk)
        implements Submission {

    @Override
    public long maxRequestBytes() {
        return desk.config().maxRequestBytes();
    }

    @Override
    public Optional<Refusal> screen() {
        return boundary().isPresent() ? Optional.empty() : Optional.of(new Refusal.BodyMalformed());
    }

    @Override
    public SubmittedBody open(Documents documents) {
        return new FileBody(boundary().orElseThrow(), this, documents);
    }

    private Optional<String> boundary() {
        return Optional.ofNullable(request.getHeader("Content-Type"))
                .flatMap(MultipartScanner::boundaryOf);
    }
}
