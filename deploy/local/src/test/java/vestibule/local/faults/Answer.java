package vestibule.local.faults;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the client saw.
 *
 * @param sent bytes of the request that the socket took
 * @param waited from the last byte that was sent to the whole answer
 */
record Answer(int status, Map<String, String> headers, String body, long sent, Duration waited) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ID = "\"id\":\"";

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    boolean succeeded() {
        return status / 100 == 2;
    }

    /** For what a test needs before it begins: another answer is one that did not come. */
    void requireSuccess() throws IOException {
        if (!succeeded()) {
            throw new IOException(toString());
        }
    }

    /** A text of its JSON. */
    String field(String pointer) throws IOException {
        requireSuccess();
        return JSON.readTree(body).at(pointer).asText();
    }

    /** The id of the document that was created. */
    String id() {
        var from = body.indexOf(ID);
        if (status != 201 || from < 0) {
            throw new AssertionError("no document: " + this);
        }
        return body.substring(from + ID.length(), body.indexOf('"', from + ID.length()));
    }
}
