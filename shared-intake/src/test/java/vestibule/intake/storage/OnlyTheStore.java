package vestibule.intake.storage;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import vestibule.embedded.StackPorts;

/** The store as services have it, and nothing that would need a database or Kafka. */
public final class OnlyTheStore implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.s3.endpoint-override",
                "http://127.0.0.1:" + StackPorts.freePort(),
                "quarkus.s3.path-style-access",
                "true",
                "quarkus.arc.unremovable-types",
                "vestibule.intake.storage.S3ObjectStore",
                "quarkus.arc.exclude-types",
                "vestibule.intake.*,vestibule.intake.body.**,vestibule.intake.event.**,"
                        + "vestibule.intake.outbox.**,vestibule.intake.ledger.**,"
                        + "vestibule.intake.command.**,"
                        + "vestibule.intake.access.Idempotency,"
                        + "vestibule.intake.access.IdempotencyRows,"
                        + "vestibule.intake.storage.Removals,vestibule.intake.storage.Sweep,"
                        + "vestibule.intake.storage.StoreHealth,"
                        + "vestibule.intake.storage.ObjectKeys,"
                        + "vestibule.intake.storage.BufferMemory");
    }
}
