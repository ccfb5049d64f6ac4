package vestibule.intake.access;

import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import vestibule.intake.Caller;
import vestibule.intake.access.Credentials.Identity;
import vestibule.intake.access.Credentials.Identity.Known;
import vestibule.intake.access.Credentials.Identity.Later;
import vestibule.intake.access.Credentials.Identity.Unknown;
import vestibule.intake.access.RateLimiter.Count;
import vestibule.validation.Refusal;

/** The checks in the order of the contracts: known, then not too often, then not in maintenance. */
@ApplicationScoped
class Admission {

    private final AccessRules rules;
    private final AccessBook book;
    private final RateLimiter limiter;
    private final Clock clock;

    Admission(AccessRules rules, AccessBook book, RateLimiter limiter, Clock clock) {
        this.rules = rules;
        this.book = book;
        this.limiter = limiter;
        this.clock = clock;
    }

    /** What the checks found, and the headers that every answer must then have. */
    sealed interface Decision {

        Map<String, String> headers();

        record Admitted(Caller caller, Map<String, String> headers) implements Decision {}

        record Rejected(Refusal refusal, Map<String, String> headers) implements Decision {}
    }

    /** Completed at once, unless the credentials must wait for what they are checked with. */
    CompletionStage<Decision> decide(MultiMap headers) {
        var clients = book.clients();
        return decide(rules.credentials().identify(headers, clients, clock.instant()), clients);
    }

    private CompletionStage<Decision> decide(Identity identity, Clients clients) {
        return switch (identity) {
            case Unknown(var refusal) ->
                    CompletableFuture.completedStage(
                            new Decision.Rejected(refusal, challenge(refusal)));
            case Known known -> CompletableFuture.completedStage(decide(known, clients));
            case Later(var found) -> found.thenCompose(now -> decide(now, clients));
        };
    }

    private Map<String, String> challenge(Refusal refusal) {
        return rules.credentials()
                .challenge()
                .filter(_ -> !(refusal instanceof Refusal.OfService))
                .map(scheme -> Map.of(HttpHeaders.WWW_AUTHENTICATE, scheme))
                .orElse(Map.of());
    }

    private Decision decide(Known known, Clients clients) {
        var count = count(known, clients);
        var headers =
                count.map(now -> now.headers(rules.rateLimiting().headers())).orElse(Map.of());
        if (count.isPresent() && !count.get().within()) {
            return new Decision.Rejected(new Refusal.RateLimited(count.get().reset()), headers);
        }
        return rules.maintenance()
                ? new Decision.Rejected(new Refusal.Unavailable(), headers)
                : new Decision.Admitted(known.caller(), headers);
    }

    private Optional<Count> count(Known known, Clients clients) {
        var limiting = rules.rateLimiting();
        var limit = clients.rateLimitOf(known.caller().tenant()).orElse(limiting.limit());
        return switch (limiting.mode()) {
            case GATEWAY -> Optional.empty();
            case SERVICE ->
                    limit.off() ? Optional.empty() : Optional.of(limiter.count(known, limit));
        };
    }
}
