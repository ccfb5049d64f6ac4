package vestibule.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vestibule.intake.body.BufferBudget;
import vestibule.intake.body.Door;
import vestibule.intake.scan.DocumentScan;
import vestibule.intake.storage.ObjectWriter;

/**
 * The documents of one request, from their first byte until all of them can be read, or none is
 * left.
 */
public final class Documents {

    private record Writing(String key, ObjectWriter writer, DocumentScan scan) {

        boolean isOf(ReceivedDocument document) {
            return document.key().equals(key);
        }
    }

    private static final Logger LOG = Logger.getLogger(Documents.class);

    /** What a commit takes at most, with all its time-outs. */
    static final Duration COMMITTED_WITHIN = Duration.ofSeconds(6);

    private final Function<UUID, String> keys;
    private final ObjectWriter.Surroundings surroundings;
    private final Supplier<DocumentScan> scans;
    private final LongSupplier coming;
    private final List<Writing> writings = new ArrayList<>();
    private final long begunNanos = System.nanoTime();

    /**
     * @param scans begins the scan of one more document
     * @param coming the most bytes of the body that may still come
     */
    Documents(
            Function<UUID, String> keys,
            ObjectWriter.Surroundings surroundings,
            Supplier<DocumentScan> scans,
            LongSupplier coming) {
        this.keys = keys;
        this.surroundings = surroundings;
        this.scans = scans;
        this.coming = coming;
    }

    /** Begins a document of at most {@code maxBytes} bytes, both on the way and in the store. */
    public IncomingDocument open(UUID id, long maxBytes) {
        if (!writings.isEmpty()) {
            makeRoom();
        }
        var key = keys.apply(id);
        var writer = new ObjectWriter(key, surroundings);
        var scan = scans.get();
        writings.add(new Writing(key, writer, scan));
        return new IncomingDocument(id, key, new Door(maxBytes), writer, scan);
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

    /**
     * Those of these documents in which the scanner found something; exceptionally when it has not
     * looked at every byte of each.
     */
    CompletionStage<List<ReceivedDocument>> infected(List<ReceivedDocument> accepted) {
        return CompletableFuture.allOf(
                        accepted.stream().map(this::scanOf).toArray(CompletableFuture[]::new))
                .thenApply(done -> accepted.stream().filter(one -> scanOf(one).join()).toList());
    }

    /** Makes these documents readable, and only these; blocks. */
    void complete(List<ReceivedDocument> accepted) {
        for (var writing : writings) {
            accepted.stream()
                    .filter(writing::isOf)
                    .forEach(
                            document ->
                                    writing.writer()
                                            .complete(HexFormat.of().parseHex(document.sha256())));
        }
    }

    /**
     * Whether all that was completed is still there once its commit is done: what is older than the
     * grace period and has no row yet is swept. Counted from the beginning, as is the time in keys.
     */
    boolean outlive(Duration grace) {
        var age = Duration.ofNanos(System.nanoTime() - begunNanos);
        return age.plus(COMMITTED_WITHIN).compareTo(grace) < 0;
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
        for (var writing : writings) {
            writing.writer().close();
            writing.scan().close();
        }
        surroundings.lease().close();
    }

    private CompletableFuture<Boolean> scanOf(ReceivedDocument document) {
        return writings.stream()
                .filter(writing -> writing.isOf(document))
                .map(writing -> writing.scan().infected().toCompletableFuture())
                .findFirst()
                .orElseThrow();
    }
}
