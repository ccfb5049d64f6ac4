package vestibule.image;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import vestibule.intake.access.Clients;
import vestibule.intake.access.Credentials;
import vestibule.validation.Refusal;

/** {@code x-api-key}: exactly one such header, 1 to 256 printable ASCII characters. */
final class ApiKeys implements Credentials {

    private static final String HEADER = "x-api-key";
    private static final Pattern KEY = Pattern.compile("[ -~]{1,256}");

    @Override
    public Identity identify(MultiMap headers, Clients clients, Instant now) {
        return key(headers)
                .<Identity>flatMap(
                        key ->
                                clients.holderOf(key, now)
                                        .map(caller -> Identity.Known.by(key, caller)))
                .orElseGet(() -> new Identity.Unknown(new Refusal.Unauthorized()));
    }

    private static Optional<String> key(MultiMap headers) {
        var values = headers.getAll(HEADER);
        return values.size() == 1
                ? Optional.of(values.getFirst()).filter(KEY.asMatchPredicate())
                : Optional.empty();
    }

    @Override
    public Optional<String> challenge() {
        return Optional.empty();
    }
}
