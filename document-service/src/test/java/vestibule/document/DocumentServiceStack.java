package vestibule.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Kept;
import vestibule.intake.client.ServiceSettings;

/** The real Kafka, PostgreSQL and S3 under the service, a scanner, and the clients it knows. */
public final class DocumentServiceStack implements QuarkusTestResourceLifecycleManager {

    /** Each key is an end client of its own, but for those of one subject. */
    static final String ACCESS =
            """
            clients:
              - id: acme
                document:
                  keys:
                    - {id: portal, value: acme-token, subject: client-42}
                    - {id: rotating-out, value: acme-rotating-out, subject: client-42, not-after: 2999-01-01T00:00:00Z}
                    - {id: old, value: acme-old, subject: client-42, not-after: 2020-01-01T00:00:00Z}
                    - {id: soon, value: acme-soon, subject: client-42, not-before: 2999-01-01T00:00:00Z}
                    - {id: other, value: acme-other-token, subject: client-43}
                  jwt: {issuer: "https://id.example.com/kyc", audience: vestibule, jwks: "JWKS"}
              - id: globex
                document:
                  keys:
                    - {id: hashed, sha256: GLOBEX, subject: client-42}
                  types:
                    - {id: 8, name: selfie_with_pet, caption: Selfie, group: {id: 9, caption: Fun}, media-types: [image/webp]}
                    - {id: 7, name: passport, caption: Reisepass, group: {id: 1, caption: Ausweis}, media-types: [image/png, application/pdf]}
              - id: gone
                document:
                  enabled: false
                  keys: [{id: now, value: gone-token, subject: client-1}]
                  jwt: {issuer: "https://gone.example.com", audience: vestibule, jwks: "JWKS"}
              - id: keyless
                document:
                  jwt: {issuer: "https://keyless.example.com", audience: vestibule, jwks: "JWKS.missing"}
              - id: slow
                document:
                  rate-limit: {requests: 1, window: 1d}
                  keys:
                    - {id: one, value: slow-one, subject: one}
                    - {id: two, value: slow-two, subject: two}
              - id: of-another-service
                image:
                  keys: [{id: now, value: image-token}]
            """;

    static final Path KEY_SET = Path.of("target", "jwks.json").toAbsolutePath();

    @Override
    public Map<String, String> start() {
        try {
            Files.writeString(KEY_SET, Tokens.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ServiceSettings.of(
                "document",
                ACCESS.replace("GLOBEX", Digests.hex("globex-token".getBytes(UTF_8)))
                        .replace("JWKS", KEY_SET.toString()));
    }

    /** The stack is stopped when this JVM ends. */
    @Override
    public void stop() {}

    static Kept kept() {
        return new Kept("document", "document", "awaited_document");
    }
}
