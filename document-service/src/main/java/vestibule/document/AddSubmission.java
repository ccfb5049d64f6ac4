package vestibule.document;

import java.util.Optional;
import vestibule.intake.Documents;
import vestibule.intake.Submission;
import vestibule.intake.SubmittedBody;
import vestibule.validation.Refusal;

/** One {@code POST .../documents} before its body. */
record AddSubmission(Request request, DocumentOffice office) implements Submission {

    @Override
    public long maxRequestBytes() {
        return office.config().maxRequestBytes();
    }

    @Override
    public Optional<Refusal> screen() {
        return Optional.empty();
    }

    @Override
    public SubmittedBody open(Documents documents) {
        return new AddBody(this, office.readers().fields(request.http(), documents));
    }
}
