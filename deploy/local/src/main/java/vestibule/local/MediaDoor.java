package vestibule.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vestibule.embedded.StackException;

/**
 * {@code POST /v1/sessions/{id}/media}: the back of a document as signed JSON, in a new session.
 */
final class MediaDoor implements Door {

    private static final String API_KEY = "MEDIA_API_KEY";
    private static final String SHARED_SECRET = "MEDIA_SHARED_SECRET";
    private static final String SAMPLE = "media.json";
    private static final String NEW_SESSION = "{\"verification\":{}}";

    @Override
    public Service service() {
        return Service.MEDIA;
    }

    @Override
    public String title() {
        return "POST /v1/sessions/{id}/media";
    }

    @Override
    public List<String> secrets() {
        return List.of(API_KEY, SHARED_SECRET);
    }

    @Override
    public String draw(String secret) {
        return secret.equals(API_KEY) ? UUID.randomUUID().toString() : Secrets.random();
    }

    @Override
    public List<String> access(Map<String, String> secrets) {
        return List.of(
                "media:",
                "  integrations:",
                "    - api-key: " + secrets.getOrDefault(API_KEY, ""),
                "      secrets: [{id: demo, value: %s}]"
                        .formatted(secrets.getOrDefault(SHARED_SECRET, "")),
                "      pdf: true");
    }

    @Override
    public void writeSamples(Path samples) {
        Samples.write(samples, SAMPLE);
    }

    /** In a sub-shell, which needs a session before it can upload to it. */
    @Override
    public String curl(String url, Map<String, String> secrets, Path samples) {
        return """
        (URL="%1$s"; KEY="x-auth-client: %2$s"; JSON="Content-Type: application/json"; \
        sign() { openssl dgst -sha256 -hmac "%3$s" -r | cut -c1-64; }; \
        SESSION=$(curl -sS "$URL/v1/sessions" -H "$KEY" -H "$JSON" \
        -H "x-hmac-signature: $(printf '%%s' '%4$s' | sign)" -d '%4$s' \
        | sed 's/.*"id":"\\([^"]*\\)".*/\\1/'); \
        curl -sS -i "$URL/v1/sessions/$SESSION/media" -H "$KEY" -H "$JSON" \
        -H "x-hmac-signature: $(sign < "%5$s")" --data-binary "@%5$s")"""
                .formatted(
                        url,
                        secrets.get(API_KEY),
                        secrets.get(SHARED_SECRET),
                        NEW_SESSION,
                        samples.resolve(SAMPLE));
    }

    @Override
    public HttpRequest request(String url, Map<String, String> secrets, Path samples) {
        return signed(
                url + "/v1/sessions/" + session(url, secrets) + "/media",
                secrets,
                Samples.read(samples, SAMPLE));
    }

    @Override
    public Expected expected(JsonNode answer, Map<String, String> secrets) {
        return Expected.ofDocuments(List.of(answer.path("image").path("id").asText()));
    }

    private static String session(String url, Map<String, String> secrets) {
        var request = signed(url + "/v1/sessions", secrets, NEW_SESSION.getBytes(UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            var created = client.send(request, BodyHandlers.ofString()).body();
            return new JsonMapper().readTree(created).at("/verification/id").asText();
        } catch (IOException e) {
            throw new StackException("no session could be created: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }

    private static HttpRequest signed(String url, Map<String, String> secrets, byte[] body) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("x-auth-client", secrets.getOrDefault(API_KEY, ""))
                .header("x-hmac-signature", sign(secrets.getOrDefault(SHARED_SECRET, ""), body))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static String sign(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
