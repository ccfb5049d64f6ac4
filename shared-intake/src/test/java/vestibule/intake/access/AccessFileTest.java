package vestibule.intake.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.Caller;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessFileTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String HEAD = "clients:\n  - id: acme\n    file:\n";
    private static final String SHA256_OF_TOKEN =
            "3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0";

    @Test
    void knows_the_holder_of_a_key_by_value_or_digest() {
        var clients =
                read(
                        HEAD
                                + "      keys:\n"
                                + "        - {id: a, value: secret}\n"
                                + "        - {id: b, sha256: "
                                + SHA256_OF_TOKEN.toUpperCase(java.util.Locale.ROOT)
                                + "}\n");

        assertThat(clients.holderOf("secret", NOW)).contains(Caller.of("acme"));
        assertThat(clients.holderOf("token", NOW)).contains(Caller.of("acme"));
        assertThat(clients.holderOf("Token", NOW)).isEmpty();
    }

    @Test
    void opens_a_window_inclusive_and_closes_it_exclusive() {
        var clients =
                read(
                        HEAD
                                + "      keys: [{id: a, value: s, not-before: 2026-11-20T12:00:00Z,"
                                + " not-after: 2026-11-20T13:00:00Z}]\n");

        assertThat(clients.holderOf("s", NOW.minusMillis(1))).isEmpty();
        assertThat(clients.holderOf("s", NOW)).isPresent();
        assertThat(clients.holderOf("s", NOW.plusSeconds(3600))).isEmpty();
    }

    @Test
    void knows_whose_tokens_an_issuer_makes_and_takes_no_issuer_twice() {
        var format = new AccessFile("file", Trusting.class);
        var yaml = "clients: [{id: a, file: {trusts: one}}, {id: b, file: {trusts: two}}]";

        assertThat(format.read(yaml.getBytes(UTF_8)).trusting("two")).contains("b");
        assertThat(format.read(yaml.getBytes(UTF_8)).trusting("three")).isEmpty();
        assertThatThrownBy(() -> format.read(yaml.replace("two", "one").getBytes(UTF_8)))
                .isInstanceOf(BrokenAccess.class)
                .hasMessageContaining("have the same issuer");
    }

    private record Trusting(String trusts) implements ClientAccess {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Optional<RateLimit> rateLimit() {
            return Optional.empty();
        }

        @Override
        public List<Credential> credentials(String client) {
            return List.of();
        }

        @Override
        public Optional<String> issuer() {
            return Optional.of(trusts);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "../x", ".", "-a", "a b", "\"a\\nb\"", "é"})
    void takes_no_tenant_whose_name_means_something_in_a_key_or_a_log(String id) {
        assertThatThrownBy(
                        () -> read(HEAD.replace("acme", id) + "      keys: [{id: a, value: s}]\n"))
                .isInstanceOf(BrokenAccess.class)
                .hasMessageContaining("clients[0].id");
    }

    @Test
    void knows_nobody_of_a_client_switched_off() {
        var clients = read(HEAD + "      enabled: false\n      keys: [{id: a, value: s}]\n");

        assertThat(clients.holderOf("s", NOW)).isEmpty();
    }

    @Test
    void reads_a_limit_of_the_clients_own() {
        var clients =
                read(
                        HEAD
                                + "      rate-limit: {requests: 7, window: 500ms}\n"
                                + "      keys: [{id: a, value: s}]\n");

        assertThat(clients.rateLimitOf("acme")).contains(new RateLimit(7, Duration.ofMillis(500)));
    }

    @Test
    void skips_the_parts_of_other_services() {
        var clients = read("clients:\n  - id: acme\n    media: {anything: [goes, here]}\n");

        assertThat(clients.names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keys: [{id: a, value: hush-hush, colour: red}]",
                "keys: [{id: a, value: hush-hush}, {id: b, value: hush-hush}]",
                "keys: [{id: a, value: hush-hush, sha256: hush-hush}]",
                "keys: [{id: a, sha256: hush-hush}]",
                "keys: [{id: a}]",
                "keys: [{value: hush-hush}]",
                "keys: [{id: a, value: hush-hush, not-before: hush-hush}]",
                "keys: [{id: a, value: hush-hush, not-before: 2026-02-01T00:00:00Z, not-after:"
                        + " 2026-01-01T00:00:00Z}]",
                "keys: hush-hush",
                "keys: []",
                "enabled: false",
                "{enabled: hush-hush, keys: [{id: a, value: s}]}",
                "{keys: [{id: a, value: s}], rate-limit: {requests: -1, window: 1s}}",
                "{keys: [{id: a, value: s}], rate-limit: {requests: 1, window: hush-hush}}",
                "{keys: [{id: a, value: s}], rate-limit: {requests: 1, window: 0s}}",
                "{keys: [{id: a, value: hush-hush}], keys: []}",
                "keys: [{id: a, value: hush-hush}",
                "hush-hush"
            })
    void says_where_a_part_is_broken_but_no_secret(String part) {
        assertThatThrownBy(() -> read(HEAD + "      " + part + "\n"))
                .isInstanceOf(BrokenAccess.class)
                .hasNoCause()
                .message()
                .containsAnyOf("acme", "line ")
                .doesNotContain("hush-hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "client: []",
                "clients: {}",
                "clients: [{file: {keys: [{id: a, value: s}]}}]",
                "clients: [{id: a}, {id: a}]",
                "{clients: [], others: []}"
            })
    void refuses_a_file_of_another_shape(String yaml) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(BrokenAccess.class);
    }

    @Test
    void returns_or_says_it_is_broken_whatever_it_is_given() {
        var random = new Random(20261120);
        var sound = (HEAD + "      keys: [{id: a, value: s}]\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            var bytes = sound.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                new AccessFile("file", KeyedClient.class).read(bytes);
            } catch (BrokenAccess expected) {
                assertThat(expected.reason()).isNotBlank();
            }
        }
    }

    private static Clients read(String yaml) {
        return new AccessFile("file", KeyedClient.class)
                .read(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
