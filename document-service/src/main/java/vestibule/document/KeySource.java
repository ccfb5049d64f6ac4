package vestibule.document;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Reads key sets (RFC 7517) from where {@code access.yaml} says, without following redirects. */
@Singleton
class KeySource {

    private static final long MOST_BYTES = 1 << 20;
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** The public keys there; fails within 3 s, also when there are none. */
    CompletableFuture<List<JsonWebKey>> read(URI place) {
        var text = "file".equals(place.getScheme()) ? file(place) : fetched(place);
        return text.thenApply(KeySource::keys)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static CompletableFuture<String> file(URI place) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return Files.readString(Path.of(place));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    private CompletableFuture<String> fetched(URI place) {
        var request = HttpRequest.newBuilder(place).timeout(PATIENCE).build();
        return http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES))
                .thenApply(KeySource::body);
    }

    private static String body(HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            throw new IllegalStateException("the key set is answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Without secrets: a token must never be checked with a key that its issuer's clients have. */
    private static List<JsonWebKey> keys(String text) {
        try {
            var keys =
                    new JsonWebKeySet(text)
                            .getJsonWebKeys().stream()
                                    .filter(PublicJsonWebKey.class::isInstance)
                                    .toList();
            if (keys.isEmpty()) {
                throw new IllegalStateException("the key set has no public key");
            }
            return keys;
        } catch (JoseException e) {
            throw new IllegalStateException("not a key set", e);
        }
    }
}
