package vestibule.file;

import jakarta.inject.Singleton;
import vestibule.intake.access.AccessRules;
import vestibule.intake.access.BearerKeys;
import vestibule.intake.access.ClientAccess;
import vestibule.intake.access.Credentials;
import vestibule.intake.access.KeyedClient;
import vestibule.intake.access.RateLimiting;

/** Bearer keys, counted in fixed windows and told in Envoy's headers. */
@Singleton
class FileAccess implements AccessRules {

    private static final int MAX_TOKEN_LENGTH = 4096;

    private final FileConfig config;
    private final Credentials credentials = new BearerKeys(MAX_TOKEN_LENGTH);

    FileAccess(FileConfig config) {
        this.config = config;
    }

    @Override
    public String service() {
        return "file";
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
        return RateLimiting.of(
                limit.mode(), limit.requests(), limit.window(), RateLimiting.Headers.ENVOY);
    }

    @Override
    public boolean maintenance() {
        return config.maintenance();
    }
}
