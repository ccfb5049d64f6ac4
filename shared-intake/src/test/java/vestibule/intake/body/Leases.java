package vestibule.intake.body;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Leases and parts for tests. */
public final class Leases {

    private Leases() {}

    /** A lease of so many chunks from a budget that has them. */
    public static BufferLease of(int chunks) {
        return from(new BufferBudget((long) chunks * BufferBudget.CHUNK_BYTES, 10_000), chunks);
    }

    /** A lease that is there at once. */
    public static BufferLease from(BufferBudget budget, int chunks) {
        return budget.admit(chunks, Duration.ofSeconds(1), new CompletableFuture<>())
                .toCompletableFuture()
                .join();
    }

    /** A part that holds the content. */
    public static Part part(byte[] content) {
        var part =
                new Part(
                        of(BufferBudget.chunksFor(Math.max(1, content.length))),
                        Math.max(1, content.length));
        part.write(content, 0, content.length);
        return part;
    }
}
