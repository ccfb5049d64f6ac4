package vestibule.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code POST /v1/files}: a front of an identity card as multipart form. */
final class FileDoor implements Door {

    private static final String TOKEN = "FILE_TOKEN";
    private static final String SAMPLE = "id_front.png";

    @Override
    public Service service() {
        return Service.FILE;
    }

    @Override
    public String title() {
        return "POST /v1/files";
    }

    @Override
    public List<String> secrets() {
        return List.of(TOKEN);
    }

    @Override
    public List<String> access(Map<String, String> secrets) {
        return List.of(
                "file:",
                "  keys:",
                "    - {id: demo, sha256: %s}".formatted(Secrets.sha256(token(secrets))));
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
        return "curl -sS -i \"%s/v1/files\" -H \"Authorization: Bearer %s\" -F \"purpose=idcard_front\" -F \"file=@%s\""
                .formatted(url, token(secrets), samples.resolve(SAMPLE));
    }

    @Override
    public HttpRequest request(String url, Map<String, String> secrets, Path samples) {
        var form =
                new MultipartForm()
                        .field("purpose", "idcard_front")
                        .file("file", SAMPLE, "image/png", Samples.read(samples, SAMPLE));
        return HttpRequest.newBuilder(URI.create(url + "/v1/files"))
                .header("Authorization", "Bearer " + token(secrets))
                .header("Content-Type", form.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()))
                .build();
    }

    @Override
    public Expected expected(JsonNode answer, Map<String, String> secrets) {
        return Expected.ofDocuments(answer.path("data").findValuesAsText("id"));
    }
}
