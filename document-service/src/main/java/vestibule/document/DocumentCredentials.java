package vestibule.document;

import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import vestibule.intake.access.BearerKeys;
import vestibule.intake.access.Clients;
import vestibule.intake.access.Credentials;
import vestibule.validation.Refusal;

/** A bearer token is looked up as a key of {@code access.yaml}, else checked as a signed token. */
@Singleton
class DocumentCredentials implements Credentials {

    private static final int LONGEST_TOKEN = 8192;
    private static final int PARTS = 3;

    private final SignedTokens signed;

    DocumentCredentials(SignedTokens signed) {
        this.signed = signed;
    }

    @Override
    public Identity identify(MultiMap headers, Clients clients, Instant now) {
        return BearerKeys.token(headers, LONGEST_TOKEN)
                .map(token -> identify(token, clients, now))
                .orElseGet(DocumentCredentials::nobody);
    }

    private Identity identify(String token, Clients clients, Instant now) {
        return clients.holderOf(token, now)
                .<Identity>map(Identity.Known::new)
                .orElseGet(
                        () ->
                                token.split("\\.", -1).length == PARTS
                                        ? signed.identify(token, clients, now)
                                        : nobody());
    }

    private static Identity nobody() {
        return new Identity.Unknown(new Refusal.Unauthorized());
    }

    @Override
    public Optional<String> challenge() {
        return Optional.of("Bearer");
    }
}
