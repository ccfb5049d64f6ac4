package vestibule.intake.scan;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The scan of one document while its bytes pass, on the event loop of its request. */
public interface DocumentScan extends AutoCloseable {

    /** Where no scanner is configured: nothing is looked at, nothing found. */
    DocumentScan NONE =
            new DocumentScan() {
                @Override
                public void write(byte[] bytes, int offset, int length) {}

                @Override
                public void end() {}

                @Override
                public CompletionStage<Boolean> infected() {
                    return CompletableFuture.completedStage(false);
                }

                @Override
                public void close() {}
            };

    /** Takes the next bytes; copies them. */
    void write(byte[] bytes, int offset, int length);

    /** The last byte has passed: the answer is now waited for. */
    void end();

    /**
     * Whether the scanner found something; false only if it looked at every byte. Exceptionally
     * {@link ScannerUnavailable}, within bounded time after the end.
     */
    CompletionStage<Boolean> infected();

    /** Nobody waits for the answer any more; on any thread. */
    @Override
    void close();
}
