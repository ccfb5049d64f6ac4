package vestibule.media;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vestibule.intake.Ids;
import vestibule.intake.access.BrokenAccess;

/**
 * One integration of a client, as {@code access.yaml} has it; what it may do is off unless said
 * otherwise.
 *
 * @param apiKey a UUID, in lower case
 */
record Integration(
        String apiKey,
        List<Secret> secrets,
        @JsonProperty("enabled") Optional<Boolean> switchedOn,
        Optional<Boolean> pdf,
        Optional<Boolean> signedCreate,
        Optional<Boolean> legacySignature,
        Optional<Boolean> cancel) {

    Integration {
        BrokenAccess.unless(
                apiKey != null && Ids.read(apiKey).isPresent(), "needs a UUID as api-key");
        BrokenAccess.unless(secrets != null && !secrets.isEmpty(), "needs at least one secret");
        apiKey = apiKey.toLowerCase(Locale.ROOT);
        secrets = List.copyOf(secrets);
    }

    boolean enabled() {
        return switchedOn.orElse(true);
    }

    boolean takesPdf() {
        return pdf.orElse(false);
    }

    /** True: a session can only be created with a signature. */
    boolean signsCreate() {
        return signedCreate.orElse(false);
    }

    boolean signsTheOldWay() {
        return legacySignature.orElse(false);
    }

    /** True: sessions may be canceled, as operators do. */
    boolean cancels() {
        return cancel.orElse(false);
    }

    List<Secret> secretsAt(Instant time) {
        return secrets.stream().filter(secret -> secret.isValidAt(time)).toList();
    }
}
