package vestibule.intake;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vestibule.intake.body.Door;
import vestibule.intake.storage.ObjectWriter;

/**
 * The documents of one request, from their first byte until all of them can be read, or none is
 * left.
 */
public final class Documents {

    private record Writing(String key, ObjectWriter writer) {}

    private final Function<UUID, String> keys;
    private final ObjectWriter.Surroundings surroundings;
    private final List<Writing> writings = new ArrayList<>();

    Documents(Function<UUID, String> keys, ObjectWriter.Surroundings surroundings) {
        this.keys = keys;
        this.surroundings = surroundings;
    }

    /** Begins a document of at most {@code maxBytes} bytes, both on the way and in the store. */
    public IncomingDocument open(UUID id, long maxBytes) {
        var key = keys.apply(id);
        var writer = new ObjectWriter(key, surroundings);
        writings.add(new Writing(key, writer));
        return new IncomingDocument(id, key, new Door(maxBytes), writer);
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

    /** Gives all memory back and forgets what is not complete. */
    void close() {
        writings.forEach(writing -> writing.writer().close());
        surroundings.lease().close();
    }
}
