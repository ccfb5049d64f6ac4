package vestibule.media;

import java.util.List;
import java.util.Optional;
import vestibule.intake.Caller;
import vestibule.intake.access.AccessKey;
import vestibule.intake.access.BrokenAccess;
import vestibule.intake.access.ClientAccess;
import vestibule.intake.access.RateLimit;

/** A client's part in {@code access.yaml}: its integrations, each a caller of its own. */
record MediaClient(Optional<RateLimit> rateLimit, List<Integration> integrations)
        implements ClientAccess {

    MediaClient {
        BrokenAccess.unless(
                integrations != null && !integrations.isEmpty(), "needs at least one integration");
        integrations = List.copyOf(integrations);
    }

    /** Integrations are switched off one by one. */
    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public List<Credential> credentials(String client) {
        return integrations.stream()
                .map(Integration::apiKey)
                .map(key -> new Credential(asKey(key), new Caller(client, key)))
                .toList();
    }

    Optional<Integration> integration(String apiKey) {
        return integrations.stream().filter(one -> one.apiKey().equals(apiKey)).findFirst();
    }

    private static AccessKey asKey(String apiKey) {
        return new AccessKey(
                apiKey, Optional.empty(), Optional.of(apiKey), Optional.empty(), Optional.empty());
    }
}
