package vestibule.intake.event;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import vestibule.intake.ServiceName;

/** Events as tests need them. */
public final class Events {

    public static final Instant NOW = Instant.parse("2026-11-20T11:00:00.120Z");

    private Events() {}

    public static DocumentReceived received() {
        return received(UUID.randomUUID(), Subject.none(), Map.of());
    }

    /** Received from one user: events of the same user have the same key. */
    public static DocumentReceived receivedFrom(String user) {
        return received(UUID.randomUUID(), Subject.of(Subject.Kind.USER, user), Map.of());
    }

    public static DocumentReceived received(UUID id, Subject subject, Map<String, Object> vendor) {
        return received(ServiceName.FILE, id, subject, vendor);
    }

    /** With what the vendor of this service says beside. */
    public static DocumentReceived receivedBy(ServiceName service, Map<String, Object> vendor) {
        return received(service, UUID.randomUUID(), Subject.none(), vendor);
    }

    private static DocumentReceived received(
            ServiceName service, UUID id, Subject subject, Map<String, Object> vendor) {
        return new DocumentReceived(
                id,
                service,
                "acme",
                subject,
                id,
                new Classification(
                        Category.IDENTITY, DocumentType.PASSPORT, Side.FRONT, "passport"),
                new Content("image/jpeg", 245678, "0123456789abcdef".repeat(4)),
                new Facts(
                        OptionalLong.of(1280),
                        OptionalLong.of(960),
                        OptionalInt.empty(),
                        Optional.of(false),
                        Optional.of(false),
                        Scan.NOT_SCANNED),
                vendor,
                new ObjectReference("vestibule", "file/acme/2026/11/20/11/" + id, Optional.empty()),
                NOW);
    }

    public static DocumentDeleted deleted(DocumentEvent received) {
        return new DocumentDeleted(
                received.documentId(),
                received.service(),
                received.tenantId(),
                received.subject(),
                DeletionReason.CLIENT_REQUEST,
                Optional.empty(),
                NOW);
    }
}
