package vestibule.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What came back. */
record Answer(int status, HttpHeaders headers, byte[] bytes) {

    private static final JsonMapper JSON = new JsonMapper();

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(text(), e);
        }
    }

    /** The one object of {@code data}. */
    JsonNode file() {
        return json().path("data").path(0);
    }

    String id() {
        return file().path("id").asText();
    }

    String path() {
        return "/v1/files/" + id();
    }

    List<String> errorCodes() {
        return StreamSupport.stream(json().path("errors").spliterator(), false)
                .map(error -> error.path("code").asText())
                .toList();
    }

    List<String> errorTitles() {
        return StreamSupport.stream(json().path("errors").spliterator(), false)
                .map(error -> error.path("title").asText())
                .toList();
    }
}
