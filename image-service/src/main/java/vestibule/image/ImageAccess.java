package vestibule.image;

import jakarta.inject.Singleton;
import vestibule.intake.access.AccessRules;
import vestibule.intake.access.ClientAccess;
import vestibule.intake.access.Credentials;
import vestibule.intake.access.RateLimiting;

/** Keys in {@code x-api-key}, each of one project. */
@Singleton
class ImageAccess implements AccessRules {

    private final ImageConfig config;
    private final Credentials credentials = new ApiKeys();

    ImageAccess(ImageConfig config) {
        this.config = config;
    }

    @Override
    public String service() {
        return "image";
    }

    @Override
    public Class<? extends ClientAccess> part() {
        return ImageClient.class;
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
