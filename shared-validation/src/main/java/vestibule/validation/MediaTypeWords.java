package vestibule.validation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The words for media types that a service understands beyond the registered ones: those that mean
 * "unknown" and those that are another spelling of a type. All lower case.
 */
public record MediaTypeWords(Set<String> unknown, Map<String, ContentType> spellings) {

    /** What clients send when they do not know the type. */
    public static final MediaTypeWords STANDARD =
            new MediaTypeWords(
                    Set.of("", "application/octet-stream", "binary/octet-stream"), Map.of());

    private static final String ANY_PICTURE = "image/*";

    public MediaTypeWords {
        unknown = Set.copyOf(unknown);
        spellings = Map.copyOf(spellings);
    }

    /** With one more word that says nothing, for example {@code text/plain} on Base64 text. */
    public MediaTypeWords withUnknown(String word) {
        var more = new HashSet<>(unknown);
        more.add(word);
        return new MediaTypeWords(more, spellings);
    }

    /** With {@code image/*}, which leaves open which picture it is but not that it is one. */
    public MediaTypeWords withAnyPicture() {
        return withSpelling(ANY_PICTURE, ContentType.UNKNOWN);
    }

    /** With one more spelling, for example {@code image/pdf} for a PDF. */
    public MediaTypeWords withSpelling(String word, ContentType type) {
        var more = new HashMap<>(spellings);
        more.put(word, type);
        return new MediaTypeWords(unknown, more);
    }

    boolean meanUnknown(String bare) {
        return unknown.contains(bare);
    }

    boolean agree(String bare, ContentType found) {
        ContentType spelt = spellings.getOrDefault(bare, found);
        if (spelt == ContentType.UNKNOWN) {
            return found.mime().startsWith("image/");
        }
        return spellings.containsKey(bare) ? spelt == found : MediaTypes.agree(bare, found);
    }
}
