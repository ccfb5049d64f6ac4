package vestibule.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vestibule.embedded.StackException;

/** {@code POST /v1/enterprise/ddq/upload}: an identity document of a registered user. */
final class DdqDoor implements Door {

    private static final String KEY = "DDQ_KEY";
    private static final String USER = "DDQ_USER_ID";
    private static final String SAMPLE = "id_front.png";
    private static final String TYPES = "{\"id_front.png\":\"ID\"}";
    private static final int CREATED = 201;

    @Override
    public Service service() {
        return Service.DDQ;
    }

    @Override
    public String title() {
        return "POST /v1/enterprise/ddq/upload";
    }

    @Override
    public List<String> secrets() {
        return List.of(KEY);
    }

    @Override
    public List<String> seeds() {
        return List.of(USER);
    }

    @Override
    public Map<String, String> seed(HttpClient http, String url, Map<String, String> secrets) {
        var userId = "client-" + UUID.randomUUID();
        var body =
                "{\"user_id\":\"%s\",\"account_type\":\"individual\",\"account_role\":\"client\"}"
                        .formatted(userId);
        var request =
                authorized(url + "/v1/enterprise/register-account", secrets)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != CREATED) {
                throw new StackException("no demo user was registered: " + answer.body());
            }
            return Map.of(USER, userId);
        } catch (IOException e) {
            throw new StackException("no demo user was registered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }

    @Override
    public List<String> access(Map<String, String> secrets) {
        return List.of(
                "ddq:",
                "  keys:",
                "    - {id: demo, sha256: %s}".formatted(Secrets.sha256(key(secrets))));
    }

    private static String key(Map<String, String> secrets) {
        return secrets.getOrDefault(KEY, "");
    }

    @Override
    public void writeSamples(Path samples) {
        Samples.write(samples, SAMPLE);
    }

    @Override
    public String curl(String url, Map<String, String> secrets, Path samples) {
        return "curl -sS -i \"%s/v1/enterprise/ddq/upload\" -H \"Authorization: Bearer %s\" -F \"user_id=%s\" -F \"files=@%s\" -F 'file_types=%s'"
                .formatted(
                        url,
                        key(secrets),
                        secrets.getOrDefault(USER, ""),
                        samples.resolve(SAMPLE),
                        TYPES);
    }

    @Override
    public HttpRequest request(String url, Map<String, String> secrets, Path samples) {
        var form =
                new MultipartForm()
                        .field("user_id", secrets.getOrDefault(USER, ""))
                        .file("files", SAMPLE, "image/png", Samples.read(samples, SAMPLE))
                        .field("file_types", TYPES);
        return authorized(url + "/v1/enterprise/ddq/upload", secrets)
                .header("Content-Type", form.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()))
                .build();
    }

    private static HttpRequest.Builder authorized(String url, Map<String, String> secrets) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + key(secrets));
    }

    /** None: the body of the answer is the vendor's, which names no document. */
    @Override
    public Expected expected(JsonNode answer, Map<String, String> secrets) {
        return Expected.ofSubject(secrets.getOrDefault(USER, ""));
    }
}
