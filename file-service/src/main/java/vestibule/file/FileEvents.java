package vestibule.file;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vestibule.intake.Commit;
import vestibule.intake.ServiceName;
import vestibule.intake.event.Content;
import vestibule.intake.event.DeletionReason;
import vestibule.intake.event.DocumentDeleted;
import vestibule.intake.event.DocumentReceived;
import vestibule.intake.event.Envelope;
import vestibule.intake.event.Facts;
import vestibule.intake.event.ObjectReference;
import vestibule.intake.event.Scan;
import vestibule.intake.event.Subject;
import vestibule.intake.outbox.Outbox;
import vestibule.intake.storage.StoreConfig;

/** What this service tells consumers: a file has no subject and stands alone. */
@Singleton
class FileEvents {

    private final Outbox outbox;
    private final StoreConfig store;

    FileEvents(Outbox outbox, StoreConfig store) {
        this.outbox = outbox;
        this.store = store;
    }

    Envelope received(
            Commit commit, FileLedger.Arrival arrival, Scan scan, Optional<String> traceparent) {
        var file = arrival.file();
        var document = arrival.document();
        var event =
                new DocumentReceived(
                        file.id(),
                        ServiceName.FILE,
                        arrival.client(),
                        Subject.none(),
                        file.id(),
                        arrival.purpose().classification(),
                        new Content(document.facts().type().mime(), file.size(), file.sha256()),
                        Facts.of(document.facts(), scan),
                        Map.of(),
                        new ObjectReference(store.bucket(), document.key(), Optional.empty()),
                        file.createdAt());
        return outbox.append(commit, event, traceparent);
    }

    void deleted(Commit commit, StoredFile file, Instant now) {
        outbox.append(
                commit,
                new DocumentDeleted(
                        file.id,
                        ServiceName.FILE,
                        file.client,
                        Subject.none(),
                        DeletionReason.CLIENT_REQUEST,
                        Optional.empty(),
                        now));
    }
}
