package vestibule.intake;

import java.util.List;
import vestibule.intake.access.StoredAnswer;
import vestibule.intake.body.BodySink;
import vestibule.validation.Refusal;

/**
 * The body of an upload: filled and judged on the event loop, where nothing blocks; {@link #record}
 * is called on a thread that may.
 */
public interface SubmittedBody extends BodySink {

    /**
     * Everything that is wrong, in the contract's order; after the last byte, or after no more was
     * wanted. Never blocks.
     */
    List<Refusal> verdict();

    /** The documents to keep; asked only when the verdict has nothing against them. */
    List<ReceivedDocument> documents();

    /** What is said of documents in which the scanner found something; never blocks. */
    default List<Refusal> infected(List<ReceivedDocument> documents) {
        return List.of(new Refusal.Infected());
    }

    /** SHA-256 over all that makes two requests the same; asked when the verdict is good. */
    byte[] fingerprint();

    /** Adds rows and events to the commit. The answer is given once the commit has succeeded. */
    StoredAnswer record(Commit commit);
}
