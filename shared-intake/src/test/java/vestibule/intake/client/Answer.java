package vestibule.intake.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What came back. */
public record Answer(int status, HttpHeaders headers, byte[] bytes) {

    private static final JsonMapper JSON = new JsonMapper();

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(text(), e);
        }
    }
}
