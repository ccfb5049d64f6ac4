package vestibule.intake.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;

/**
 * Reads a request's path and query literally. Quarkus drops a request whose target is no URI (RFC
 * 3986) with an empty 400 before anybody is asked. So what has no right to stand there is escaped,
 * and a resource sees it as the text that it is: {@code %zz} is an unknown id like any other.
 */
final class RequestTarget {

    /** RFC 3986's marks; a fragment is never sent. */
    private static final String MARKS = "-._~:/?@!$&'()*+,;=";

    private static final int ESCAPE_LENGTH = 3;

    private RequestTarget() {}

    static String literal(String sent) {
        var target = new StringBuilder(sent.length());
        for (var at = 0; at < sent.length(); at++) {
            var character = sent.charAt(at);
            if (isAlphanumeric(character) || MARKS.indexOf(character) >= 0 || isEscape(sent, at)) {
                target.append(character);
            } else {
                target.append('%')
                        .append(HexFormat.of().withUpperCase().toHexDigits((byte) character));
            }
        }
        return path(target.toString());
    }

    /** What begins like an authority or a scheme and is none is a path of one step. */
    private static String path(String target) {
        if (target.startsWith("/") && !target.startsWith("//")) {
            return target;
        }
        try {
            return new URI(target).toString();
        } catch (URISyntaxException neither) {
            return "/" + target.replace("/", "%2F").replace(":", "%3A");
        }
    }

    private static boolean isAlphanumeric(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    private static boolean isEscape(String sent, int at) {
        return sent.charAt(at) == '%'
                && sent.length() >= at + ESCAPE_LENGTH
                && HexFormat.isHexDigit(sent.charAt(at + 1))
                && HexFormat.isHexDigit(sent.charAt(at + 2));
    }
}
