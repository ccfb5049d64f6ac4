package vestibule.intake.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BearerKeysTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer token", "bearer token", "BEARER    token", "bEaReR token"})
    void reads_the_token_in_any_dress(String header) {
        assertThat(BearerKeys.token(headers(header), 4096)).contains("token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearertoken",
                "Basic token",
                "token",
                "Bearer to ken",
                "Bearer\ttoken",
                "Bearer tök",
                "Bearer a\u0001"
            })
    void reads_nothing_from_anything_else(String header) {
        assertThat(BearerKeys.token(headers(header), 4096)).isEmpty();
    }

    @Test
    void takes_4096_characters_and_no_more() {
        assertThat(BearerKeys.token(headers("Bearer " + "t".repeat(4096)), 4096)).isPresent();
        assertThat(BearerKeys.token(headers("Bearer " + "t".repeat(4097)), 4096)).isEmpty();
    }

    @Test
    void takes_neither_no_header_nor_two() {
        assertThat(BearerKeys.token(MultiMap.caseInsensitiveMultiMap(), 4096)).isEmpty();
        assertThat(BearerKeys.token(headers("Bearer a", "Bearer a"), 4096)).isEmpty();
    }

    @Test
    void never_throws() {
        var random = new Random(20261120);
        for (int i = 0; i < 10_000; i++) {
            var header = new StringBuilder(random.nextBoolean() ? "Bearer " : "");
            for (int length = random.nextInt(12); length > 0; length--) {
                header.append((char) random.nextInt(256));
            }
            BearerKeys.token(headers(header.toString()), 4096)
                    .ifPresent(token -> assertThat(token).matches("[!-~]+"));
        }
    }

    private static MultiMap headers(String... values) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        for (var value : values) {
            headers.add("authorization", value);
        }
        return headers;
    }
}
