package vestibule.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code POST /api/v2/my/documents}: a passport as multipart form, of an end client by key. */
final class DocumentDoor implements Door {

    private static final String TOKEN = "DOCUMENT_TOKEN";
    private static final String TYPE_ID = "DOCUMENT_TYPE_ID";
    private static final String PASSPORT = "1";
    private static final String SAMPLE = "id_front.png";
    private static final String PATH = "/api/v2/my/documents";

    @Override
    public Service service() {
        return Service.DOCUMENT;
    }

    @Override
    public String title() {
        return "POST " + PATH;
    }

    @Override
    public List<String> secrets() {
        return List.of(TOKEN, TYPE_ID);
    }

    /** The type is no secret: clients find it in {@code .../documents/types}. */
    @Override
    public String draw(String secret) {
        return secret.equals(TYPE_ID) ? PASSPORT : Secrets.random();
    }

    @Override
    public List<String> access(Map<String, String> secrets) {
        return List.of(
                "document:",
                "  keys:",
                "    - {id: demo, sha256: %s, subject: client-42}"
                        .formatted(Secrets.sha256(token(secrets))));
    }

    private static String token(Map<String, String> secrets) {
        return secrets.getOrDefault(TOKEN, "");
    }

    @Override
    public void writeSamples(Path samples) {
        Samples.write(samples, SAMPLE);
    }

    @Override
    public String curl(String url, Map<String, String> secrets, Path samples) {
        return "curl -sS -i \"%s%s\" -H \"Authorization: Bearer %s\" -F \"file=@%s\" -F \"typeId=%s\""
                .formatted(url, PATH, token(secrets), samples.resolve(SAMPLE), PASSPORT);
    }

    @Override
    public HttpRequest request(String url, Map<String, String> secrets, Path samples) {
        var form =
                new MultipartForm()
                        .file("file", SAMPLE, "image/png", Samples.read(samples, SAMPLE))
                        .field("typeId", secrets.getOrDefault(TYPE_ID, PASSPORT));
        return HttpRequest.newBuilder(URI.create(url + PATH))
                .header("Authorization", "Bearer " + token(secrets))
                .header("Content-Type", form.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()))
                .build();
    }

    /** Clients know documents by number and consumers by another id: the content tells. */
    @Override
    public Expected expected(JsonNode answer, Map<String, String> secrets) {
        return new Expected(
                1,
                event ->
                        event.data().path("service").asText().equals(service().id())
                                && event.data()
                                        .at("/content/sha256")
                                        .equals(answer.at("/file/sha256")));
    }
}
