package vestibule.document;

import jakarta.inject.Singleton;
import vestibule.intake.access.AccessRules;
import vestibule.intake.access.ClientAccess;
import vestibule.intake.access.Credentials;
import vestibule.intake.access.RateLimiting;

/** Bearer keys and signed tokens of end clients, each of whom may be limited. */
@Singleton
class DocumentAccess implements AccessRules {

    private final DocumentConfig config;
    private final DocumentCredentials credentials;

    DocumentAccess(DocumentConfig config, DocumentCredentials credentials) {
        this.config = config;
        this.credentials = credentials;
    }

    @Override
    public String service() {
        return "document";
    }

    @Override
    public Class<? extends ClientAccess> part() {
        return DocumentClient.class;
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }

    @Override
    public RateLimiting rateLimiting() {
        var limit = config.rateLimit();
        return RateLimiting.of(limit.requests(), limit.window());
    }
}
