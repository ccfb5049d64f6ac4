package vestibule.intake.access;

import java.util.List;
import java.util.Optional;
import vestibule.intake.Caller;

/**
 * What one service keeps per client in {@code access.yaml}: a record of that service, read strictly
 * from the client's part of the service's name. Its constructor throws {@link BrokenAccess} (by
 * {@link BrokenAccess#unless}) when the part makes no sense.
 */
public interface ClientAccess {

    /** False switches the client off as if it were not there. */
    boolean enabled();

    /** Overrides the service's own limit for this client. */
    Optional<RateLimit> rateLimit();

    /**
     * The credentials that are looked up by their digest, with the caller that each one means; none
     * where a service recognises its callers otherwise.
     */
    List<Credential> credentials(String client);

    /**
     * Whose signed tokens mean callers of this client; no two clients have the same. Empty where a
     * service, or the client, knows no tokens.
     */
    default Optional<String> issuer() {
        return Optional.empty();
    }

    /** A key and whom it lets in. */
    record Credential(AccessKey key, Caller caller) {}
}
