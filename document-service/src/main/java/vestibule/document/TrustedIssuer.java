package vestibule.document;

import java.net.URI;
import java.nio.file.Path;
import vestibule.intake.access.BrokenAccess;

/**
 * Whose signed tokens let end clients in.
 *
 * @param issuer exactly as the tokens say it
 * @param audience one of those that the tokens must name
 * @param jwks where the issuer's public keys are: an https URL or a file
 */
record TrustedIssuer(String issuer, String audience, String jwks) {

    private static final String HTTPS = "https://";

    TrustedIssuer {
        BrokenAccess.unless(issuer != null && !issuer.isBlank(), "needs an issuer");
        BrokenAccess.unless(audience != null && !audience.isBlank(), "needs an audience");
        BrokenAccess.unless(
                jwks != null && isSound(jwks), "needs jwks, an https URL or the path of a file");
    }

    URI keys() {
        return jwks.startsWith(HTTPS) ? URI.create(jwks) : Path.of(jwks).toUri();
    }

    private static boolean isSound(String jwks) {
        try {
            return !jwks.isBlank()
                    && (jwks.startsWith(HTTPS)
                            ? URI.create(jwks).getHost() != null
                            : !jwks.contains("://") && Path.of(jwks).getNameCount() > 0);
        } catch (IllegalArgumentException notAPlace) {
            return false;
        }
    }
}
