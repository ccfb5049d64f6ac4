package vestibule.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of an issuer: fetched, kept, and fetched again, but not too often. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeySetTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private final AtomicInteger fetches = new AtomicInteger();
    private volatile String shown = Tokens.keySet("RS");
    private volatile int status = 200;
    private HttpServer issuer;
    private KeySet keys;

    @BeforeEach
    void start() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext(
                "/jwks.json",
                exchange -> {
                    fetches.incrementAndGet();
                    var bytes = shown.getBytes(UTF_8);
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        issuer.start();
        var place = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks.json");
        keys = new KeySet(place, new KeySource());
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    private void look(Instant now) throws Exception {
        var look = keys.lookAgain(now);
        if (look.isPresent()) {
            look.get().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void are_there_after_the_first_look() throws Exception {
        assertThat(keys.keys()).isEmpty();

        look(NOW);

        assertThat(keys.keys()).extracting(JsonWebKey::getKeyId).containsExactly("RS");
        assertThat(keys.has("RS")).isTrue();
        assertThat(keys.has(null)).isTrue();
        assertThat(keys.has("ES256")).isFalse();
    }

    @Test
    void are_looked_for_again_when_the_clock_was_set_back() throws Exception {
        look(NOW);

        look(NOW.minusSeconds(3600));

        assertThat(fetches).hasValue(2);
    }

    @Test
    void are_looked_for_again_once_in_30_seconds() throws Exception {
        look(NOW);
        shown = Tokens.keySet("RS", "ES256");

        look(NOW.plusMillis(29_999));
        assertThat(keys.has("ES256")).isFalse();
        assertThat(fetches).hasValue(1);

        look(NOW.plusSeconds(30));
        assertThat(keys.has("ES256")).isTrue();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void are_refreshed_when_they_are_5_minutes_old() throws Exception {
        look(NOW);
        shown = Tokens.keySet("ES256");

        keys.refresh(NOW.plus(Duration.ofMinutes(5)).minusMillis(1));
        assertThat(fetches).hasValue(1);

        keys.refresh(NOW.plus(Duration.ofMinutes(5)));
        look(NOW.plus(Duration.ofMinutes(5)));
        assertThat(keys.has("RS")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 404, 302})
    void stay_when_the_issuer_has_none_to_show(int trouble) throws Exception {
        look(NOW);
        status = trouble;

        look(NOW.plusSeconds(30));

        assertThat(fetches).hasValue(2);
        assertThat(keys.has("RS")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no key set", "{}", "{\"keys\":[]}", "{\"keys\":[5]}", "secret"})
    void are_none_where_there_is_no_public_key(String text) throws Exception {
        shown = text.equals("secret") ? Tokens.secretKeySet() : text;

        look(NOW);
        assertThat(keys.keys()).isEmpty();

        shown = Tokens.keySet("RS");
        look(NOW.plusSeconds(5));
        assertThat(keys.keys()).hasSize(1);
    }

    @Test
    void are_none_where_there_are_very_many() throws Exception {
        shown = "{\"keys\":[" + " ".repeat(1 << 20) + "]}";

        look(NOW);

        assertThat(keys.keys()).isEmpty();
    }

    @Test
    void are_one_look_for_all_who_ask_meanwhile() throws Exception {
        var first = keys.lookAgain(NOW).orElseThrow();
        var second = keys.lookAgain(NOW);
        first.get(10, TimeUnit.SECONDS);

        assertThat(second.isEmpty() || second.get().equals(first)).isTrue();
        assertThat(fetches).hasValue(1);
    }
}
