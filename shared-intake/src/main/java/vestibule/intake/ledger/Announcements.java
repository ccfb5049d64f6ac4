package vestibule.intake.ledger;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.Commit;
import vestibule.intake.IntakeConfig;
import vestibule.intake.ServiceName;
import vestibule.intake.event.Content;
import vestibule.intake.event.DocumentDeleted;
import vestibule.intake.event.DocumentReceived;
import vestibule.intake.event.Envelope;
import vestibule.intake.event.Facts;
import vestibule.intake.event.ObjectReference;
import vestibule.intake.event.Scan;
import vestibule.intake.event.Subject;
import vestibule.intake.outbox.Outbox;
import vestibule.intake.scan.Scanner;
import vestibule.intake.storage.StoreConfig;

/** Tells consumers of the documents of this service. */
@Singleton
class Announcements {

    private final ServiceName service;
    private final Subject.Kind subjects;
    private final String bucket;
    private final Outbox outbox;
    private final Scanner scanner;

    Announcements(
            IntakeConfig service,
            DocumentTable table,
            StoreConfig store,
            Outbox outbox,
            Scanner scanner) {
        this.service = service.service();
        this.subjects = table.subjects();
        this.bucket = store.bucket();
        this.outbox = outbox;
        this.scanner = scanner;
    }

    Scan scan() {
        return scanner.outcome();
    }

    Envelope received(Commit commit, Arrival arrival) {
        var document = arrival.document();
        var occasion = arrival.occasion();
        var event =
                new DocumentReceived(
                        document.id(),
                        service,
                        arrival.belonging().tenant(),
                        subject(arrival.belonging().subject()),
                        occasion.batchId(),
                        arrival.classification(),
                        new Content(
                                document.facts().type().mime(), document.size(), document.sha256()),
                        Facts.of(document.facts(), scan()),
                        arrival.vendor(),
                        new ObjectReference(bucket, document.key(), Optional.empty()),
                        occasion.at());
        return outbox.append(commit, event, occasion.traceparent());
    }

    Envelope deleted(Commit commit, Departure departure) {
        var document = departure.document();
        UUID id = document.id;
        return outbox.append(
                commit,
                new DocumentDeleted(
                        id,
                        service,
                        document.tenant,
                        subject(document.subject()),
                        departure.reason(),
                        departure.replacedBy(),
                        departure.at()));
    }

    private Subject subject(Optional<String> id) {
        return new Subject(subjects, id);
    }
}
