package vestibule.media;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import vestibule.intake.client.Kept;
import vestibule.intake.client.ServiceSettings;

/** The real Kafka, PostgreSQL and S3 under the service, and the integrations it knows. */
public final class MediaServiceStack implements QuarkusTestResourceLifecycleManager {

    static final String ACCESS =
            """
            clients:
              - id: acme
                media:
                  integrations:
                    - api-key: d69a07cf-4434-4d36-be6c-d22af7dc01fb
                      secrets: [{id: now, value: abcdef12-abcd-abcd-abcd-abcdef012345}]
                    - api-key: 11111111-1111-4111-8111-111111111111
                      enabled: false
                      secrets: [{id: now, value: switched-off}]
                    - api-key: 22222222-2222-4222-8222-222222222222
                      secrets: [{id: now, value: may-do-everything}]
                      pdf: true
                      signed-create: true
                      legacy-signature: true
                      cancel: true
                    - api-key: 33333333-3333-4333-8333-333333333333
                      secrets:
                        - {id: old, value: out, not-after: 2020-01-01T00:00:00Z}
                        - {id: leaving, value: going, not-after: 2999-01-01T00:00:00Z}
                        - {id: come, value: here}
                        - {id: soon, value: later, not-before: 2999-01-01T00:00:00Z}
              - id: globex
                media:
                  integrations:
                    - api-key: 44444444-4444-4444-8444-444444444444
                      secrets: [{id: now, value: globex secret}]
              - id: two-an-hour
                media:
                  rate-limit: {requests: 2, window: 1h}
                  integrations:
                    - api-key: 55555555-5555-4555-8555-555555555555
                      secrets: [{id: now, value: slow}]
                    - api-key: 66666666-6666-4666-8666-666666666666
                      secrets: [{id: now, value: slow too}]
              - id: of-another-service
                file:
                  keys: [{id: now, value: 77777777-7777-4777-8777-777777777777}]
            """;

    @Override
    public Map<String, String> start() {
        var settings = ServiceSettings.of("media", ACCESS);
        settings.put("vestibule.media.delete-limit", "vendor");
        return settings;
    }

    /** The stack is stopped when this JVM ends. */
    @Override
    public void stop() {}

    static Kept kept() {
        return new Kept("media", "media", "session");
    }
}
