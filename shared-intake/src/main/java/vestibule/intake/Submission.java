package vestibule.intake;

import java.util.Optional;
import vestibule.validation.Refusal;

/** One upload request as its service sees it before the body; called on the event loop. */
public interface Submission {

    /** The largest body that is read, in bytes. */
    long maxRequestBytes();

    /** What the headers alone forbid, beyond what is the same for every service. */
    Optional<Refusal> screen();

    /**
     * True where the vendor asks for the idempotency key only once the body has proved who sent it;
     * otherwise the key is looked at before the body.
     */
    default boolean keyAfterBody() {
        return false;
    }

    /** What the client is told of a fault of ours; some vendors have words for it per operation. */
    default Refusal told(Refusal.OfService fault) {
        return fault;
    }

    /** False where the operation takes no idempotency key: the header then means nothing. */
    default boolean takesKey() {
        return true;
    }

    /** Begins to read; documents found in the body are begun in {@code documents}. */
    SubmittedBody open(Documents documents);
}
