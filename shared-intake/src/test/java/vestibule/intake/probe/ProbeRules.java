package vestibule.intake.probe;

import jakarta.inject.Singleton;
import java.time.Duration;
import vestibule.intake.access.AccessRules;
import vestibule.intake.access.BearerKeys;
import vestibule.intake.access.ClientAccess;
import vestibule.intake.access.Credentials;
import vestibule.intake.access.KeyedClient;
import vestibule.intake.access.RateLimiting;

@Singleton
public class ProbeRules implements AccessRules {

    private volatile boolean maintenance;

    @Override
    public String service() {
        return "probe";
    }

    @Override
    public Class<? extends ClientAccess> part() {
        return KeyedClient.class;
    }

    @Override
    public Credentials credentials() {
        return new BearerKeys(4096);
    }

    @Override
    public RateLimiting rateLimiting() {
        return RateLimiting.of(
                RateLimiting.Mode.SERVICE, 50, Duration.ofSeconds(1), RateLimiting.Headers.ENVOY);
    }

    @Override
    public boolean maintenance() {
        return maintenance;
    }

    public void maintain(boolean now) {
        maintenance = now;
    }
}
