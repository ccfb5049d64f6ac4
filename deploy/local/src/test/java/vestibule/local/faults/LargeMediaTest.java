package vestibule.local.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vestibule.validation.samples.Samples;

/** The largest pictures that media-service takes, as many at once as a small heap must bear. */
@Timeout(600)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LargeMediaTest {

    private static final long MOST_MEMORY = 400 * Movie.MIB;
    private static final int AT_ONCE = 20;
    private static final int PICTURE_BYTES = 18_874_368;
    private static final String API_KEY = "d69a07cf-4434-4d36-be6c-d22af7dc01fb";
    private static final String SECRET = "abcdef12-abcd-abcd-abcd-abcdef012345";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private PackagedService server;

    @BeforeEach
    void start() {
        server =
                Stage.start(
                        "media",
                        """
                        clients:
                          - id: acme
                            media:
                              integrations:
                                - {api-key: %s, secrets: [{id: one, value: %s}]}
                        """
                                .formatted(API_KEY, SECRET),
                        Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    @Tag("long")
    void twenty_of_24_MiB_of_base64_at_once_all_arrive_within_400_MiB_of_memory() throws Exception {
        var created = send("/v1/sessions", "{\"verification\":{}}".getBytes(UTF_8)).body();
        var session = created.replaceFirst(".*?\"id\":\"([^\"]*)\".*", "$1");
        var body = body();
        Callable<Integer> upload =
                () -> send("/v1/sessions/" + session + "/media", body).statusCode();

        var begun = System.nanoTime();
        var statuses = new ArrayList<Integer>();
        try (var clients = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var answer :
                    clients.invokeAll(IntStream.range(0, AT_ONCE).mapToObj(_ -> upload).toList())) {
                statuses.add(answer.get());
            }
        }

        System.out.printf(
                "%d x 24 MiB of Base64 at once: %.1f s, peak %d MiB, %s%n",
                AT_ONCE,
                (System.nanoTime() - begun) / 1e9,
                server.innards().peakBytes() >> 20,
                statuses);
        assertThat(statuses).hasSize(AT_ONCE).containsOnly(200);
        assertThat(server.innards().peakBytes()).isLessThan(MOST_MEMORY);
        assertThat(server.temporaryFiles()).isEmpty();
    }

    private static byte[] body() {
        var picture = new byte[PICTURE_BYTES];
        new Random(1).nextBytes(picture);
        System.arraycopy(Samples.seedJpeg(), 0, picture, 0, Samples.seedJpeg().length);
        var base64 = Base64.getEncoder().encode(picture);
        var before = "{\"image\":{\"context\":\"face\",\"content\":\"".getBytes(US_ASCII);
        var body = Arrays.copyOf(before, before.length + base64.length + 3);
        System.arraycopy(base64, 0, body, before.length, base64.length);
        System.arraycopy("\"}}".getBytes(US_ASCII), 0, body, body.length - 3, 3);
        return body;
    }

    private HttpResponse<String> send(String path, byte[] body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        var request =
                HttpRequest.newBuilder(server.uri(path))
                        .header("x-auth-client", API_KEY)
                        .header("x-hmac-signature", HexFormat.of().formatHex(mac.doFinal(body)))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
