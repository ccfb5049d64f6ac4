package vestibule.intake.access;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A 2xx answer as it is remembered for repeats: status, the headers worth repeating, the body's
 * bytes.
 */
public record StoredAnswer(int status, Map<String, String> headers, byte[] body) {

    public StoredAnswer {
        if (status < 200 || status > 299) {
            throw new IllegalArgumentException("only 2xx answers are remembered: " + status);
        }
        headers = Map.copyOf(headers);
    }

    public static StoredAnswer of(int status, Map<String, String> headers, String json) {
        return new StoredAnswer(status, headers, json.getBytes(StandardCharsets.UTF_8));
    }

    /** As it goes to the client, now and again. */
    public Response.ResponseBuilder toResponse() {
        var response = Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        headers.forEach(response::header);
        return response;
    }
}
