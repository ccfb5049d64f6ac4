package vestibule.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An issuer of signed tokens, and what it signs. */
final class Tokens {

    static final String ISSUER = "https://id.example.com/kyc";

    private static final Map<String, PublicJsonWebKey> KEYS = keys();

    private Tokens() {}

    private static Map<String, PublicJsonWebKey> keys() {
        try {
            var keys = new HashMap<String, PublicJsonWebKey>();
            keys.put("RS", RsaJwkGenerator.generateJwk(2048));
            keys.put("ES256", EcJwkGenerator.generateJwk(EllipticCurves.P256));
            keys.put("ES384", EcJwkGenerator.generateJwk(EllipticCurves.P384));
            keys.put("ES512", EcJwkGenerator.generateJwk(EllipticCurves.P521));
            keys.put("EdDSA", OkpJwkGenerator.generateJwk("Ed25519"));
            keys.put("stranger", RsaJwkGenerator.generateJwk(2048));
            keys.forEach((id, key) -> key.setKeyId(id));
            return keys;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static PublicJsonWebKey key(String id) {
        return KEYS.get(id);
    }

    /** The public keys, as an issuer shows them. */
    static String keySet(String... ids) {
        var shown = new ArrayList<PublicJsonWebKey>();
        List.of(ids).forEach(id -> shown.add(KEYS.get(id)));
        return new JsonWebKeySet(shown).toJson();
    }

    static String keySet() {
        return keySet("RS", "ES256", "ES384", "ES512", "EdDSA");
    }

    /** A token as it should be, to be spoilt. */
    static Token good() {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("vestibule");
        claims.setSubject("client-77");
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() + 300));
        return new Token(claims, "ES256", "ES256", "ES256");
    }

    record Token(JwtClaims claims, String algorithm, String key, String keyId) {

        Token of(String subject) {
            return with("sub", subject);
        }

        Token with(String claim, Object value) {
            claims.setClaim(claim, value);
            return this;
        }

        Token without(String claim) {
            claims.unsetClaim(claim);
            return this;
        }

        /** A claim of time, so many seconds from now. */
        Token at(String claim, long seconds) {
            return with(claim, Instant.now().getEpochSecond() + seconds);
        }

        Token signedBy(String otherKey, String otherAlgorithm) {
            return new Token(claims, otherAlgorithm, otherKey, otherKey);
        }

        Token underKeyId(String otherId) {
            return new Token(claims, algorithm, key, otherId);
        }

        String text() {
            var signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setAlgorithmHeaderValue(algorithm);
            signature.setKey(KEYS.get(key).getPrivateKey());
            signature.setKeyIdHeaderValue(keyId);
            return compact(signature);
        }

        /** Signed with a secret that everybody knows: the public key. */
        String signedWithThePublicKey() {
            var signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setAlgorithmHeaderValue("HS256");
            signature.setKey(
                    new javax.crypto.spec.SecretKeySpec(
                            KEYS.get("RS").getPublicKey().getEncoded(), "HmacSHA256"));
            signature.setKeyIdHeaderValue("RS");
            return compact(signature);
        }

        private static String compact(JsonWebSignature signature) {
            try {
                return signature.getCompactSerialization();
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A key set with a secret in it, which none should show. */
    static String secretKeySet() {
        return new JsonWebKeySet(List.of(OctJwkGenerator.generateJwk(256)))
                .toJson(org.jose4j.jwk.JsonWebKey.OutputControlLevel.INCLUDE_SYMMETRIC);
    }
}
