package vestibule.intake;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vestibule.intake.body.BufferBudget;
import vestibule.intake.body.Door;
import vestibule.intake.storage.ObjectWriter;

/**
 * The documents of one request, from their first byte until all of them can be read, or none is
 * left.
 */
public final class Documents {

    private record Writing(String key, ObjectWriter writer) {}

    private static final Logger LOG = Logger.getLogger(Documents.class);

    private final Function<UUID, String> keys;
    private final ObjectWriter.Surroundings surroundings;
    private final LongSupplier coming;
    private final List<Writing> writings = new ArrayList<>();

    /**
     * @param coming the most bytes of the body that may still come
     */
    Documents(
            Function<UUID, String> keys,
            ObjectWriter.Surroundings surroundings,
            LongSupplier coming) {
        this.keys = keys;
        this.surroundings = surroundings;
        this.coming = coming;
    }

    /** Begins a document of at most {@code maxBytes} bytes, both on the way and in the store. */
    public IncomingDocument open(UUID id, long maxBytes) {
        if (!writings.isEmpty()) {
            makeRoom();
        }
        var key = keys.apply(id);
        var writer = new ObjectWriter(key, surroundings);
        writings.add(new Writing(key, writer));
        return new IncomingDocument(id, key, new Door(maxBytes), writer);
    }

    /** The documents before keep what they have in memory only if the next one can be, too. */
    private void makeRoom() {
        var next = Math.min(surroundings.partBytes(), coming.getAsLong());
        if (!surroundings.lease().tryHaveFree(BufferBudget.chunksFor(next) + 1)) {
            writings.forEach(writing -> writing.writer().makeRoom());
        }
    }

    /**
     * Completed when nothing is on its way to the store any more; exceptionally when something did
     * not arrive.
     */
    CompletableFuture<@Nullable Void> sent() {
        return CompletableFuture.allOf(
                writings.stream()
                        .map(writing -> writing.writer().sent().toCompletableFuture())
                        .toArray(CompletableFuture[]::new));
    }

    /** Makes these documents readable, and only these; blocks. */
    void complete(List<ReceivedDocument> accepted) {
        for (var writing : writings) {
            accepted.stream()
                    .filter(document -> document.key().equals(writing.key()))
                    .forEach(
                            document ->
                                    writing.writer()
                                            .complete(HexFormat.of().parseHex(document.sha256())));
        }
    }

    /** Removes what was completed and then not committed; blocks. */
    void remove(List<ReceivedDocument> completed) {
        for (var document : completed) {
            try {
                surroundings.store().remove(document.key());
            } catch (RuntimeException leftToTheSweep) {
                LOG.warnf("%s is left to the sweep: %s", document.key(), leftToTheSweep);
            }
        }
    }

    /** Gives all memory back and forgets what is not complete. */
    void close() {
        writings.forEach(writing -> writing.writer().close());
        surroundings.lease().close();
    }
}
