package vestibule.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vestibule.embedded.StackException;

/** {@code PUT /Image}: the front of a passport as Base64 in a multipart form. */
final class ImageDoor implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String KEY = "IMAGE_API_KEY";
    private static final String ADMIN = "IMAGE_ADMIN";
    private static final String SUBMISSION = "IMAGE_SUBMISSION_ID";
    private static final String SAMPLE = "front.b64";
    private static final String API_KEY = "x-api-key";

    @Override
    public Service service() {
        return Service.IMAGE;
    }

    @Override
    public String title() {
        return "PUT /Image";
    }

    @Override
    public List<String> secrets() {
        return List.of(KEY, ADMIN);
    }

    @Override
    public String draw(String secret) {
        return secret.equals(ADMIN) ? "kyc.ops@example.com" : Secrets.random();
    }

    @Override
    public List<String> seeds() {
        return List.of(SUBMISSION);
    }

    /** A submission, made as a client would bring it from elsewhere. */
    @Override
    public Map<String, String> seed(HttpClient http, String url, Map<String, String> secrets) {
        var person =
                """
                {"admin":"%s","email":"ann@example.com","fullName":"Ann Example",\
                "birthDate":"1990-10-15","kycStatus":"approved"}"""
                        .formatted(secrets.get(ADMIN));
        var request =
                HttpRequest.newBuilder(URI.create(url + "/v3/submission/migration"))
                        .header(API_KEY, secrets.getOrDefault(KEY, ""))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(person))
                        .build();
        return Map.of(SUBMISSION, submissionId(send(http, request)));
    }

    private static String send(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new StackException("no submission could be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }

    private static String submissionId(String answer) {
        try {
            return JSON.readTree(answer).required("submissionId").asText();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new StackException("no submission could be made: " + answer, e);
        }
    }

    @Override
    public List<String> access(Map<String, String> secrets) {
        return List.of(
                "image:",
                "  projects: [{id: demo, status: open, admins: [%s]}]"
                        .formatted(secrets.get(ADMIN)),
                "  keys:",
                "    - {id: demo, project: demo, sha256: %s}"
                        .formatted(Secrets.sha256(secrets.getOrDefault(KEY, ""))));
    }

    @Override
    public void writeSamples(Path samples) {
        Samples.write(samples, SAMPLE);
    }

    @Override
    public String curl(String url, Map<String, String> secrets, Path samples) {
        return "curl -sS -i -X PUT \"%s/Image\" -H \"x-api-key: %s\" --form \"submissionId=%s\" --form \"admin=%s\" --form \"idType=passport\" --form \"idImage=<%s\""
                .formatted(
                        url,
                        secrets.get(KEY),
                        secrets.get(SUBMISSION),
                        secrets.get(ADMIN),
                        samples.resolve(SAMPLE));
    }

    @Override
    public HttpRequest request(String url, Map<String, String> secrets, Path samples) {
        var form =
                new MultipartForm()
                        .field("submissionId", secrets.getOrDefault(SUBMISSION, ""))
                        .field("admin", secrets.getOrDefault(ADMIN, ""))
                        .field("idType", "passport")
                        .field(
                                "idImage",
                                new String(
                                        Samples.read(samples, SAMPLE), StandardCharsets.US_ASCII));
        return HttpRequest.newBuilder(URI.create(url + "/Image"))
                .header(API_KEY, secrets.getOrDefault(KEY, ""))
                .header("Content-Type", form.contentType())
                .PUT(HttpRequest.BodyPublishers.ofByteArray(form.bytes()))
                .build();
    }

    @Override
    public Expected expected(JsonNode answer, Map<String, String> secrets) {
        return Expected.ofSubject(secrets.getOrDefault(SUBMISSION, ""));
    }
}
