package vestibule.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What {@code POST /v1/sessions} says of the session; whatever else it says is not kept. */
record NewSession(JsonNode vendorData, JsonNode callback) {

    private static final int MAX_VENDOR_DATA = 1_000;

    static NewSession of(ObjectNode verification) {
        return new NewSession(verification.path("vendorData"), verification.path("callback"));
    }

    /** What the first wrong member means. */
    Optional<MediaRefusal> judge() {
        if (isThere(vendorData) && !vendorData.isTextual()) {
            return Optional.of(MediaRefusal.VENDOR_DATA_NOT_TEXT);
        }
        var text = vendorData.asText("");
        if (text.codePointCount(0, text.length()) > MAX_VENDOR_DATA) {
            return Optional.of(MediaRefusal.VENDOR_DATA_TOO_LONG);
        }
        if (!isStorable(text)) {
            return Optional.of(MediaRefusal.PARAMETER_INVALID);
        }
        return isThere(callback) && !isHttps(callback.asText(""))
                ? Optional.of(MediaRefusal.CALLBACK_NOT_HTTPS)
                : Optional.empty();
    }

    Optional<String> vendorDataText() {
        return Optional.of(vendorData).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static boolean isThere(JsonNode member) {
        return !member.isMissingNode() && !member.isNull();
    }

    /** The database has no NUL and no half of a surrogate pair in a text. */
    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean isHttps(String url) {
        try {
            var uri = new URI(url);
            // Not the host: that of a name with an underscore or an umlaut is unknown to Java.
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getRawAuthority() != null;
        } catch (URISyntaxException noUrl) {
            return false;
        }
    }
}
