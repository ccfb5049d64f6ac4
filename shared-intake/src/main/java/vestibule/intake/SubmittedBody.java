package vestibule.intake;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import vestibule.intake.access.StoredAnswer;
import vestibule.intake.body.BodySink;
import vestibule.validation.Refusal;

/**
 * The body of an upload: filled on the event loop, then asked for the rest, in this order, where
 * nothing blocks; only {@link #record} is called on a thread that may.
 */
public interface SubmittedBody extends BodySink {

    /**
     * What makes the request moot whatever its documents are (a signature that is wrong, a subject
     * that nobody knows), in the contract's order; asked first.
     *
     * @param senders for questions to the database
     */
    default CompletionStage<List<Refusal>> premises(Senders senders) {
        return CompletableFuture.completedStage(List.of());
    }

    /**
     * The same of a body that is over its cap, and so was read up to there only; what is found is
     * said instead of the cap.
     */
    default CompletionStage<List<Refusal>> premisesUpToCap(Senders senders) {
        return CompletableFuture.completedStage(List.of());
    }

    /**
     * Everything that is wrong, in the contract's order; after the last byte, or after no more was
     * wanted. Never blocks.
     */
    List<Refusal> verdict();

    /** The documents to keep; asked only when the verdict has nothing against them. */
    List<ReceivedDocument> documents();

    /** What the answer is about: when that is struck out, the answer is not repeated any more. */
    default UUID subject() {
        return documents().getFirst().id();
    }

    /** What is said of documents in which the scanner found something; never blocks. */
    default List<Refusal> infected(List<ReceivedDocument> documents) {
        return List.of(new Refusal.Infected());
    }

    /** SHA-256 over all that makes two requests the same; asked when the verdict is good. */
    byte[] fingerprint();

    /**
     * True where {@link #record} must read what it replaces under a lock; it then runs inside the
     * transaction of the commit.
     */
    default boolean readsUnderLock() {
        return false;
    }

    /**
     * The name of what is locked so; asked only then. Requests for one name take turns before they
     * go to the database.
     */
    default String locked() {
        return "";
    }

    /** Adds rows and events to the commit. The answer is given once the commit has succeeded. */
    StoredAnswer record(Commit commit);
}
