package vestibule.intake.probe;

import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import vestibule.intake.access.AccessRules;
import vestibule.intake.access.BearerKeys;
import vestibule.intake.access.ClientAccess;
import vestibule.intake.access.Clients;
import vestibule.intake.access.Credentials;
import vestibule.intake.access.KeyedClient;
import vestibule.intake.access.RateLimiting;
import vestibule.validation.Refusal;

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
        return new Hesitant(new BearerKeys(4096));
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

    /** Waits before it knows, where the request says so. */
    private record Hesitant(Credentials keys) implements Credentials {

        @Override
        public Identity identify(MultiMap headers, Clients clients, Instant now) {
            if (!headers.contains("X-Probe-Wait")) {
                return keys.identify(headers, clients, now);
            }
            return new Identity.Later(
                    CompletableFuture.supplyAsync(
                            () ->
                                    switch (headers.get("X-Probe-Wait")) {
                                        case "out" ->
                                                new Identity.Unknown(new Refusal.Unavailable());
                                        case "break" -> throw new IllegalStateException("broken");
                                        default -> keys.identify(headers, clients, now);
                                    },
                            CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS)));
        }

        @Override
        public Optional<String> challenge() {
            return keys.challenge();
        }
    }

    public void maintain(boolean now) {
        maintenance = now;
    }
}
