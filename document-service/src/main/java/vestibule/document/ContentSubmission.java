package vestibule.document;

import java.util.Optional;
import vestibule.intake.Documents;
import vestibule.intake.Submission;
import vestibule.intake.SubmittedBody;
import vestibule.validation.Refusal;

/** One {@code PUT .../documents/{id}/file} before its body. */
record ContentSubmission(Request request, String documentId, DocumentOffice office)
        implements Submission {

    @Override
    public long maxRequestBytes() {
        return office.config().maxRequestBytes();
    }

    @Override
    public Optional<Refusal> screen() {
        return Optional.empty();
    }

    /** A repetition finds the bytes there already. */
    @Override
    public boolean takesKey() {
        return false;
    }

    @Override
    public SubmittedBody open(Documents documents) {
        return new ContentBody(this, office.readers().content(request.http(), documents));
    }
}
