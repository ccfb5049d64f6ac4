package vestibule.intake.access;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import vestibule.validation.Refusal;

/**
 * {@code Authorization: Bearer <key>} (RFC 6750): exactly one such header, the scheme in any case,
 * one or more spaces, 1 to {@code maxLength} printable ASCII characters without space.
 */
public final class BearerKeys implements Credentials {

    private static final String SCHEME = "Bearer";
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    private final int maxLength;

    public BearerKeys(int maxLength) {
        this.maxLength = maxLength;
    }

    @Override
    public Identity identify(MultiMap headers, Clients clients, Instant now) {
        return token(headers, maxLength)
                .flatMap(token -> clients.holderOf(token, now))
                .<Identity>map(Identity.Known::new)
                .orElseGet(() -> new Identity.Unknown(new Refusal.Unauthorized()));
    }

    /** The token as sent; empty when there is none, more than one, or a malformed one. */
    public static Optional<String> token(MultiMap headers, int maxLength) {
        var values = headers.getAll("Authorization");
        if (values.size() != 1) {
            return Optional.empty();
        }
        var value = values.getFirst().strip();
        if (!value.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1)) {
            return Optional.empty();
        }
        int start = SCHEME.length();
        while (value.charAt(start) == ' ') {
            start++;
        }
        var token = value.substring(start);
        return token.length() <= maxLength && TOKEN.matcher(token).matches()
                ? Optional.of(token)
                : Optional.empty();
    }

    @Override
    public Optional<String> challenge() {
        return Optional.of(SCHEME);
    }
}
