package vestibule.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import vestibule.intake.access.BrokenAccess;
import vestibule.intake.access.ClientAccess;
import vestibule.intake.access.RateLimit;

/**
 * The part {@code document} of a client: who its end clients are, by key or by signed token, and
 * what they may hand in.
 *
 * @param types in place of the usual ones; none means the usual ones
 */
record DocumentClient(
        @JsonProperty("enabled") Optional<Boolean> switchedOn,
        Optional<RateLimit> rateLimit,
        List<SubjectKey> keys,
        Optional<TrustedIssuer> jwt,
        List<DocumentKind> types)
        implements ClientAccess {

    DocumentClient {
        keys = keys == null ? List.of() : List.copyOf(keys);
        types = types == null ? List.of() : List.copyOf(types);
        BrokenAccess.unless(!keys.isEmpty() || jwt.isPresent(), "needs a key or jwt");
        BrokenAccess.unless(
                types.stream().mapToInt(DocumentKind::id).distinct().count() == types.size(),
                "has two types with the same id");
    }

    @Override
    public boolean enabled() {
        return switchedOn.orElse(true);
    }

    @Override
    public List<Credential> credentials(String client) {
        return keys.stream().map(key -> key.of(client)).toList();
    }

    @Override
    public Optional<String> issuer() {
        return jwt.map(TrustedIssuer::issuer);
    }
}
