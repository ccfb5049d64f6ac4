package vestibule.intake.body;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header of the form {@code value; name=token; name="quoted"} (RFC 9110, 5.6.6). Inside quotes a
 * backslash escapes only a quote or a backslash: browsers of old send whole Windows paths there.
 *
 * @param value in lower case
 * @param parameters by name in lower case, values as sent
 */
record HeaderValue(String value, Map<String, String> parameters) {

    HeaderValue {
        parameters = Map.copyOf(parameters);
    }

    /** Empty when the text is no such header, or names a parameter twice. */
    static Optional<HeaderValue> parse(String text) {
        var semicolon = text.indexOf(';');
        var value = (semicolon < 0 ? text : text.substring(0, semicolon)).strip();
        var parameters = new HashMap<String, String>();
        var at = semicolon < 0 ? text.length() : semicolon + 1;
        while (at < text.length()) {
            at = parameter(text, at, parameters);
            if (at < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new HeaderValue(value.toLowerCase(Locale.ROOT), parameters));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Reads one parameter and returns the index behind its semicolon, or -1. */
    private static int parameter(String text, int from, Map<String, String> parameters) {
        var equals = from;
        while (equals < text.length() && text.charAt(equals) != '=' && text.charAt(equals) != ';') {
            equals++;
        }
        var name = text.substring(from, equals).strip().toLowerCase(Locale.ROOT);
        if (equals == text.length() || text.charAt(equals) == ';') {
            return name.isEmpty() ? equals + 1 : -1;
        }
        var at = equals + 1;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        var value = new StringBuilder();
        at =
                at < text.length() && text.charAt(at) == '"'
                        ? quoted(text, at + 1, value)
                        : token(text, at, value);
        if (at < 0 || name.isEmpty() || parameters.put(name, value.toString()) != null) {
            return -1;
        }
        return at;
    }

    private static int token(String text, int from, StringBuilder value) {
        var end = text.indexOf(';', from);
        value.append(trimmed(text.substring(from, end < 0 ? text.length() : end)));
        return end < 0 ? text.length() : end + 1;
    }

    private static int quoted(String text, int from, StringBuilder value) {
        var at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\'
                    && at + 1 < text.length()
                    && isEscapable(text.charAt(at + 1))) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            return -1;
        }
        at++;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) != ';') {
            return -1;
        }
        return Math.min(text.length(), at + 1);
    }

    /** Without blanks and tabs around it; control characters stay, they are the client's fault. */
    static String trimmed(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isEscapable(char next) {
        return next == '"' || next == '\\';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
