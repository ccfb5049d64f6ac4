package vestibule.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Kept;
import vestibule.intake.client.ServiceSettings;

/** The real Kafka, PostgreSQL and S3 under the service, and the clients it knows. */
public final class ImageServiceStack implements QuarkusTestResourceLifecycleManager {

    static final String ACCESS =
            """
            clients:
              - id: acme
                image:
                  projects:
                    - {id: onboarding, status: open, admins: [Kyc.Ops@example.com, second@example.com]}
                    - {id: other, status: open, admins: [other@example.com]}
                    - {id: closed, status: closed, admins: [kyc.ops@example.com]}
                  keys:
                    - {id: old, project: onboarding, value: acme-old, not-after: 2020-01-01T00:00:00Z}
                    - {id: now, project: onboarding, value: acme-key}
                    - {id: next, project: onboarding, value: acme-next-key}
                    - {id: soon, project: onboarding, value: acme-soon, not-before: 2999-01-01T00:00:00Z}
                    - {id: other, project: other, value: acme-other-key}
                    - {id: closed, project: closed, value: acme-closed-key}
                    - {id: nowhere, project: undeclared, value: acme-nowhere-key}
              - id: globex
                image:
                  projects: [{id: onboarding, status: open, admins: [kyc.ops@example.com]}]
                  keys: [{id: hashed, project: onboarding, sha256: GLOBEX}]
              - id: gone
                image:
                  enabled: false
                  projects: [{id: onboarding, status: open, admins: [kyc.ops@example.com]}]
                  keys: [{id: now, project: onboarding, value: gone-key}]
              - id: one-a-day
                image:
                  rate-limit: {requests: 1, window: 1d}
                  projects: [{id: onboarding, status: open, admins: [kyc.ops@example.com]}]
                  keys:
                    - {id: now, project: onboarding, value: one-key}
                    - {id: next, project: onboarding, value: one-next-key}
              - id: of-another-service
                file:
                  keys: [{id: now, value: file-token}]
            """;

    @Override
    public Map<String, String> start() {
        return ServiceSettings.of(
                "image", ACCESS.replace("GLOBEX", Digests.hex("globex-key".getBytes(UTF_8))));
    }

    /** The stack is stopped when this JVM ends. */
    @Override
    public void stop() {}

    static Kept kept() {
        return new Kept("image", "picture", "submission");
    }
}
