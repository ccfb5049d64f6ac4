package vestibule.validation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Media types as clients write them. */
final class MediaTypes {

    private static final Map<String, ContentType> CANONICAL =
            Arrays.stream(ContentType.values())
                    .collect(Collectors.toUnmodifiableMap(ContentType::mime, Function.identity()));

    private static final Map<String, ContentType> ALIASES =
            Map.of(
                    "image/jpg", ContentType.JPEG,
                    "image/pjpeg", ContentType.JPEG,
                    "image/x-png", ContentType.PNG,
                    "image/x-ms-bmp", ContentType.BMP,
                    "image/x-bmp", ContentType.BMP,
                    "application/x-pdf", ContentType.PDF);

    private static final Set<String> BMP = Set.of("image/bmp", "image/x-ms-bmp", "image/x-bmp");

    private MediaTypes() {}

    /** Lower case, without parameters. A list stays a list, so that it is no type at all. */
    static String bare(String sent) {
        int semicolon = sent.indexOf(';');
        boolean parameters = semicolon >= 0 && !hasCommaOutsideQuotes(sent);
        return (parameters ? sent.substring(0, semicolon) : sent).strip().toLowerCase(Locale.ROOT);
    }

    static boolean agree(String bare, ContentType found) {
        if (bare.startsWith("video/")) {
            return found.family() == ContentType.Family.VIDEO;
        }
        ContentType claimed =
                CANONICAL.getOrDefault(bare, ALIASES.getOrDefault(bare, ContentType.UNKNOWN));
        return claimed == found || sameFamily(claimed, found);
    }

    static boolean isBmp(String bare) {
        return BMP.contains(bare);
    }

    private static boolean sameFamily(ContentType one, ContentType other) {
        return one.family() == other.family() && one.family() != ContentType.Family.OTHER;
    }

    private static boolean hasCommaOutsideQuotes(String sent) {
        boolean quoted = false;
        for (int i = 0; i < sent.length(); i++) {
            char c = sent.charAt(i);
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                return true;
            }
        }
        return false;
    }
}
