package vestibule.intake.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * One key of {@code access.yaml} that is only compared, either as {@code sha256} (64 hex digits) or
 * as clear {@code value}; it works from {@code not-before} inclusive to {@code not-after}
 * exclusive.
 */
public record AccessKey(
        String id,
        Optional<String> sha256,
        Optional<String> value,
        @JsonProperty("not-before") Optional<Instant> notBefore,
        @JsonProperty("not-after") Optional<Instant> notAfter) {

    public AccessKey {
        BrokenAccess.unless(id != null && !id.isBlank(), "needs an id");
        BrokenAccess.unless(
                sha256.isPresent() != value.isPresent(), "needs either sha256 or value");
        BrokenAccess.unless(value.isEmpty() || !value.get().isEmpty(), "has an empty value");
        BrokenAccess.unless(
                sha256.isEmpty() || Sha256.isHex(sha256.get()), "sha256 is not 64 hex digits");
        new Window(notBefore, notAfter);
    }

    Sha256 digest() {
        return sha256.map(Sha256::fromHex).orElseGet(() -> Sha256.of(value.orElseThrow()));
    }

    Window window() {
        return new Window(notBefore, notAfter);
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
