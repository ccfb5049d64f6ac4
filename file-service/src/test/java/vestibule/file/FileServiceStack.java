package vestibule.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Kept;
import vestibule.intake.client.ServiceSettings;

/** The real Kafka, PostgreSQL and S3 under the service, a scanner, and the clients it knows. */
public final class FileServiceStack implements QuarkusTestResourceLifecycleManager {

    /** Clients without a limit, unless their name says otherwise. */
    static final String ACCESS =
            """
            clients:
              - id: acme
                file:
                  rate-limit: {requests: 0, window: 1s}
                  keys:
                    - {id: old, value: acme-old, not-after: 2020-01-01T00:00:00Z}
                    - {id: rotating-out, value: acme-rotating-out, not-after: 2999-01-01T00:00:00Z}
                    - {id: now, value: acme-token}
                    - {id: soon, value: acme-soon, not-before: 2999-01-01T00:00:00Z}
              - id: globex
                file:
                  rate-limit: {requests: 0, window: 1s}
                  # The SHA-256 of globex-token.
                  keys:
                    - id: hashed
                      sha256: GLOBEX
              - id: gone
                file:
                  enabled: false
                  keys: [{id: now, value: gone-token}]
              - id: usual
                file:
                  keys: [{id: now, value: usual-token}]
              - id: fifty-an-hour
                file:
                  rate-limit: {requests: 50, window: 1h}
                  keys: [{id: now, value: fifty-token}]
              - id: two-a-second
                file:
                  rate-limit: {requests: 2, window: 1s}
                  keys: [{id: now, value: two-token}]
              - id: one-a-day
                file:
                  rate-limit: {requests: 1, window: 1d}
                  keys: [{id: now, value: one-token}]
              - id: of-another-service
                image:
                  keys: [{id: now, value: image-token}]
            """;

    @Override
    public Map<String, String> start() {
        return ServiceSettings.of(
                "file", ACCESS.replace("GLOBEX", Digests.hex("globex-token".getBytes(UTF_8))));
    }

    /** The stack is stopped when this JVM ends. */
    @Override
    public void stop() {}

    static Kept kept() {
        return new Kept("file", "file");
    }
}
