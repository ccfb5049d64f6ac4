package vestibule.media;

import java.util.Base64;
import vestibule.validation.samples.Samples;

/**
 * The body of an upload as text; each value is JSON as it stands there. Without a word about it, it
 * is the seed's PNG of the back of a document.
 */
record Image(String context, String content, String timestamp) {

    static Image anImage() {
        return new Image("\"document-back\"", "", "").holding("image/png", Samples.seedPng());
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** As a data URI. */
    Image holding(String type, byte[] bytes) {
        return withText("data:" + type + ";base64," + base64(bytes));
    }

    /** Without a word about the type. */
    Image holding(byte[] bytes) {
        return withText(base64(bytes));
    }

    Image withText(String text) {
        return withContent("\"" + text + "\"");
    }

    Image withContent(String json) {
        return new Image(context, json, timestamp);
    }

    Image of(String word) {
        return withContext("\"" + word + "\"");
    }

    Image withContext(String json) {
        return new Image(json, content, timestamp);
    }

    Image withTimestamp(String json) {
        return new Image(context, content, json);
    }

    String json() {
        return "{\"image\":{\"context\":%s,\"content\":%s%s}}"
                .formatted(
                        context, content, timestamp.isEmpty() ? "" : ",\"timestamp\":" + timestamp);
    }
}
