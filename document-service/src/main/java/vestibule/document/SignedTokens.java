package vestibule.document;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;
import vestibule.intake.Caller;
import vestibule.intake.access.Clients;
import vestibule.intake.access.Credentials.Identity;
import vestibule.validation.Refusal;

/**
 * Checks signed tokens (RFC 7519, RFC 8725): by the keys of the issuer that a client of {@code
 * access.yaml} trusts, for its audience, within their time and 60 s of leeway.
 */
@Singleton
class SignedTokens {

    private static final int LEEWAY_SECONDS = 60;

    /** Signatures alone: with an HMAC the public key would be the secret. */
    private static final String[] ALGORITHMS = {
        AlgorithmIdentifiers.RSA_USING_SHA256,
        AlgorithmIdentifiers.RSA_USING_SHA384,
        AlgorithmIdentifiers.RSA_USING_SHA512,
        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
        AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
        AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
        AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
        AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
        AlgorithmIdentifiers.EDDSA
    };

    private static final JwtConsumer READING =
            new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setDisableRequireSignature()
                    .setSkipSignatureVerification()
                    .build();

    private final KeySets keySets;

    SignedTokens(KeySets keySets) {
        this.keySets = keySets;
    }

    private record Token(JwtContext content, String client, TrustedIssuer issuer, Instant now) {

        @Nullable String keyId() {
            return content.getJoseObjects().getFirst().getKeyIdHeaderValue();
        }
    }

    /** Whom a token of three parts means; one that no client trusts is nobody's. */
    Identity identify(String text, Clients clients, Instant now) {
        return read(text, clients, now).map(this::identify).orElseGet(SignedTokens::nobody);
    }

    private static Optional<Token> read(String text, Clients clients, Instant now) {
        try {
            var content = READING.process(text);
            return Optional.ofNullable(content.getJwtClaims().getIssuer())
                    .flatMap(clients::trusting)
                    .flatMap(client -> token(content, client, clients, now));
        } catch (InvalidJwtException | MalformedClaimException notAToken) {
            return Optional.empty();
        }
    }

    /** False of one whose header has something else than a text there, which the reader takes. */
    private static boolean namesItsKey(JwtContext content) {
        var keyId = content.getJoseObjects().getFirst().getHeaders().getObjectHeaderValue("kid");
        return keyId == null || keyId instanceof String;
    }

    private static Optional<Token> token(
            JwtContext content, String client, Clients clients, Instant now) {
        return clients.part(client, DocumentClient.class)
                .filter(DocumentClient::enabled)
                .flatMap(DocumentClient::jwt)
                .filter(_ -> namesItsKey(content))
                .map(issuer -> new Token(content, client, issuer, now));
    }

    private Identity identify(Token token) {
        var keys = keySets.of(token.issuer());
        if (keys.has(token.keyId()) && !keys.keys().isEmpty()) {
            return verify(token, keys);
        }
        return keys.lookAgain(token.now())
                .<Identity>map(look -> new Identity.Later(look.thenApply(_ -> verify(token, keys))))
                .orElseGet(() -> verify(token, keys));
    }

    private static Identity verify(Token token, KeySet keys) {
        if (keys.keys().isEmpty()) {
            return new Identity.Unknown(new Refusal.Unavailable());
        }
        try {
            consumer(token, keys).processContext(token.content());
            var subject = token.content().getJwtClaims().getSubject();
            return Subjects.isSound(subject)
                    ? new Identity.Known(new Caller(token.client(), subject))
                    : nobody();
        } catch (InvalidJwtException | MalformedClaimException notGood) {
            return nobody();
        }
    }

    private static JwtConsumer consumer(Token token, KeySet keys) {
        var resolver = new JwksVerificationKeyResolver(keys.keys());
        resolver.setDisambiguateWithVerifySignature(true);
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS)
                .setVerificationKeyResolver(resolver)
                .setExpectedIssuer(token.issuer().issuer())
                .setExpectedAudience(token.issuer().audience())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setIssuedAtRestrictions(0, Integer.MAX_VALUE)
                .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(token.now().toEpochMilli()))
                .build();
    }

    private static Identity nobody() {
        return new Identity.Unknown(new Refusal.Unauthorized());
    }
}
