package vestibule.media;

import jakarta.inject.Singleton;
import vestibule.intake.access.AccessRules;
import vestibule.intake.access.ClientAccess;
import vestibule.intake.access.Credentials;
import vestibule.intake.access.RateLimiting;

/** API keys, counted for each integration alone. */
@Singleton
class MediaAccess implements AccessRules {

    private final MediaConfig config;
    private final Credentials credentials = new ApiKeys();

    MediaAccess(MediaConfig config) {
        this.config = config;
    }

    @Override
    public String service() {
        return "media";
    }

    @Override
    public Class<? extends ClientAccess> part() {
        return MediaClient.class;
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
