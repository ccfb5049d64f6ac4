package vestibule.ddq;

import jakarta.inject.Singleton;
import vestibule.intake.access.AccessRules;
import vestibule.intake.access.BearerKeys;
import vestibule.intake.access.ClientAccess;
import vestibule.intake.access.Credentials;
import vestibule.intake.access.KeyedClient;
import vestibule.intake.access.RateLimiting;

/** Enterprise keys as bearer tokens; each means the whole enterprise. */
@Singleton
class DdqAccess implements AccessRules {

    private static final int MAX_KEY_LENGTH = 4096;

    private final DdqConfig config;
    private final Credentials credentials = new BearerKeys(MAX_KEY_LENGTH);

    DdqAccess(DdqConfig config) {
        this.config = config;
    }

    @Override
    public String service() {
        return "ddq";
    }

    @Override
    public Class<? extends ClientAccess> part() {
        return KeyedClient.class;
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
