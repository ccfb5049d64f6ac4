package vestibule.intake.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vestibule.intake.Caller;

/** One sound reading of {@code access.yaml}, as far as it concerns this service. Immutable. */
public final class Clients {

    private final Map<String, ClientAccess> parts;
    private final Map<Sha256, Holder> holders;

    private final Map<String, String> issuers;

    private record Holder(Caller caller, Window window, boolean enabled) {}

    /** Throws {@link BrokenAccess} when two keys, or two issuers, are the same one. */
    Clients(Map<String, ClientAccess> parts) {
        this.parts = Map.copyOf(parts);
        this.holders = holders(parts);
        this.issuers = issuers(parts);
    }

    private static Map<Sha256, Holder> holders(Map<String, ClientAccess> parts) {
        var holders = new HashMap<Sha256, Holder>();
        parts.forEach(
                (client, part) -> {
                    for (var credential : part.credentials(client)) {
                        var key = credential.key();
                        var holder = new Holder(credential.caller(), key.window(), part.enabled());
                        BrokenAccess.unless(
                                holders.put(key.digest(), holder) == null,
                                "client "
                                        + client
                                        + ", key "
                                        + key.id()
                                        + ": the same key is there twice");
                    }
                });
        return Map.copyOf(holders);
    }

    private static Map<String, String> issuers(Map<String, ClientAccess> parts) {
        var issuers = new HashMap<String, String>();
        parts.forEach(
                (client, part) ->
                        part.issuer()
                                .map(issuer -> issuers.put(issuer, client))
                                .ifPresent(
                                        other ->
                                                BrokenAccess.unless(
                                                        false,
                                                        "clients %s and %s have the same issuer"
                                                                .formatted(other, client))));
        return Map.copyOf(issuers);
    }

    /** Who holds this secret, if its client is enabled and its window is open. */
    public Optional<Caller> holderOf(String secret, Instant now) {
        return Optional.ofNullable(holders.get(Sha256.of(secret)))
                .filter(Holder::enabled)
                .filter(holder -> holder.window().contains(now))
                .map(Holder::caller);
    }

    /** The client whose callers bring tokens of this issuer, whether it is enabled or not. */
    public Optional<String> trusting(String issuer) {
        return Optional.ofNullable(issuers.get(issuer));
    }

    /** The service's part of a client; empty when the client has left the file meanwhile. */
    public <P extends ClientAccess> Optional<P> part(String client, Class<P> type) {
        return Optional.ofNullable(parts.get(client)).map(type::cast);
    }

    /** All parts of the service, by client. */
    public <P extends ClientAccess> Map<String, P> parts(Class<P> type) {
        var typed = new HashMap<String, P>();
        parts.forEach((client, part) -> typed.put(client, type.cast(part)));
        return Map.copyOf(typed);
    }

    Optional<RateLimit> rateLimitOf(String client) {
        return Optional.ofNullable(parts.get(client)).flatMap(ClientAccess::rateLimit);
    }

    Set<String> names() {
        return parts.keySet();
    }
}
