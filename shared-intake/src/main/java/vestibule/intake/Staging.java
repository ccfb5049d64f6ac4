package vestibule.intake;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import vestibule.intake.body.BufferBudget;
import vestibule.intake.body.BufferLease;
import vestibule.intake.body.RequestBody;
import vestibule.intake.scan.DocumentScan;
import vestibule.intake.storage.ObjectKeys;
import vestibule.intake.storage.ObjectStore;
import vestibule.intake.storage.ObjectWriter;
import vestibule.intake.storage.StoreConfig;

/**
 * Where documents wait for the verdict: a place in memory for each request, and the way to the
 * store.
 */
@Singleton
class Staging {

    /** What the socket's buffers hold of a body that is not read. */
    private static final long SOCKET_BYTES = 512 * 1024;

    private static final Duration SHORT = Duration.ofSeconds(4);

    private final BufferBudget budget;
    private final ObjectStore store;
    private final ObjectKeys keys;
    private final Senders senders;
    private final int partBytes;
    private final Duration patience;

    Staging(
            BufferBudget budget,
            ObjectStore store,
            ObjectKeys keys,
            Senders senders,
            StoreConfig config) {
        this.budget = budget;
        this.store = store;
        this.keys = keys;
        this.senders = senders;
        this.partBytes = Math.toIntExact(config.partBytes().asLongValue());
        this.patience = config.bufferPatience();
    }

    Documents documents(Upload upload, BufferLease lease, Supplier<DocumentScan> scans) {
        var body = upload.body();
        return new Documents(
                id -> keys.of(upload.caller().tenant(), id),
                new ObjectWriter.Surroundings(store, senders, lease, body.brake(), partBytes),
                scans,
                () -> Math.max(0, upload.announcedBytes() - body.count()));
    }

    /**
     * Waits for what a body of this length needs in order to finish on its own: room for itself, or
     * for one part and the beginning of the next one while that part is sent. A body so short that
     * it may have come already is not kept waiting beyond what an answer within 5 s allows.
     */
    CompletionStage<BufferLease> admit(Upload upload) {
        return admit(upload.announcedBytes(), upload.body());
    }

    /** The same for the body of a companion, which may have come whatever it announces. */
    CompletionStage<BufferLease> admitSmall(RequestBody body) {
        return admit(SOCKET_BYTES, body);
    }

    private CompletionStage<BufferLease> admit(long bodyBytes, RequestBody body) {
        return budget.admit(
                BufferBudget.chunksFor(Math.min(bodyBytes, partBytes)) + 1,
                bodyBytes > SOCKET_BYTES || patience.compareTo(SHORT) < 0 ? patience : SHORT,
                body.ended());
    }
}
