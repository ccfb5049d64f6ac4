package vestibule.ddq;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Kept;
import vestibule.intake.client.ServiceSettings;
import vestibule.intake.scan.FakeClamd;

/** The real Kafka, PostgreSQL and S3 under the service, and the clients it knows. */
public final class DdqServiceStack implements QuarkusTestResourceLifecycleManager {

    static final String ACCESS =
            """
            clients:
              - id: acme
                ddq:
                  keys:
                    - {id: old, value: acme-old, not-after: 2020-01-01T00:00:00Z}
                    - {id: rotating-out, value: acme-rotating-out, not-after: 2999-01-01T00:00:00Z}
                    - {id: now, value: acme-key}
                    - {id: soon, value: acme-soon, not-before: 2999-01-01T00:00:00Z}
              - id: globex
                ddq:
                  # The SHA-256 of globex-key.
                  keys:
                    - id: hashed
                      sha256: GLOBEX
              - id: gone
                ddq:
                  enabled: false
                  keys: [{id: now, value: gone-key}]
              - id: one-a-day
                ddq:
                  rate-limit: {requests: 1, window: 1d}
                  keys: [{id: now, value: one-key}]
              - id: of-another-service
                image:
                  keys: [{id: now, value: image-key}]
            """;

    @Override
    public Map<String, String> start() {
        var access = ACCESS.replace("GLOBEX", Digests.hex("globex-key".getBytes(UTF_8)));
        var settings = new HashMap<>(ServiceSettings.of("ddq", access));
        settings.put("vestibule.scan.address", FakeClamd.running().address());
        // Far less than one request may have: what waits for the verdict must go to the store.
        settings.put("vestibule.store.buffer-budget", "18M");
        return settings;
    }

    /** The stack is stopped when this JVM ends. */
    @Override
    public void stop() {}

    static Kept kept() {
        return new Kept("ddq", "document", "eddq_request", "account");
    }
}
