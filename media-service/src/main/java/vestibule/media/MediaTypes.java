package vestibule.media;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vestibule.validation.Refusal;

/** Which values of {@code Content-Type} are read as JSON. */
final class MediaTypes {

    /** What curl sends unasked among them; parameters do not matter. */
    private static final Pattern JSON =
            Pattern.compile(
                    "(application/(json|x-www-form-urlencoded|[^\\s;/+]+\\+json)|text/plain)\\s*(;.*)?",
                    Pattern.CASE_INSENSITIVE);

    private MediaTypes() {}

    /** Says nothing against a request without a type. */
    static Optional<Refusal> screen(@Nullable String sent) {
        return sent == null || sent.isBlank() || JSON.matcher(sent.strip()).matches()
                ? Optional.empty()
                : Optional.of(new Refusal.MediaTypeUnsupported());
    }
}
