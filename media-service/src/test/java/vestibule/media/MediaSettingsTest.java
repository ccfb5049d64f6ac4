package vestibule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vestibule.intake.client.ReadSettings.settings;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vestibule.intake.ContentConfig;
import vestibule.validation.Refusal;

/** {@code vestibule.media.*}: what is wrong stops the start and names its key. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MediaSettingsTest {

    @Test
    void nothing_need_be_set() {
        var config = settings(MediaConfig.class, Map.of());

        assertThat(config.maxBase64Chars()).isEqualTo(25_165_824);
        assertThat(config.maxPdfBytes()).isEqualTo(20_971_520);
        assertThat(config.maxRequestBytes()).isEqualTo(31_457_280);
        assertThat(config.errorCodes()).isEqualTo(ErrorCodes.SEED);
        assertThat(config.publicUrl()).isEmpty();
        assertThat(config.deleteLimit()).isEqualTo(DeleteLimit.OFF);
        assertThat(new MediaAccess(config).rateLimiting().limit().off()).isTrue();
    }

    @Test
    void a_public_url_may_end_with_a_slash() {
        var config =
                settings(
                        MediaConfig.class,
                        Map.of("vestibule.media.public-url", "https://media.example.com/base/"));

        assertThat(config.publicUrl().orElseThrow().media("x"))
                .isEqualTo("https://media.example.com/base/v1/media/x");
    }

    @ParameterizedTest
    @CsvSource({
        "vestibule.media.max-base64-chars, 0",
        "vestibule.media.max-pdf-bytes, many",
        "vestibule.media.max-request-bytes, -1",
        "vestibule.media.error-codes, none",
        "vestibule.media.public-url, media.example.com",
        "vestibule.media.public-url, ftp://media.example.com",
        "vestibule.media.delete-limit, 5",
        "vestibule.media.rate-limit.requests, -1",
        "vestibule.media.rate-limit.window, 25h",
        "vestibule.media.max-bytes, 5"
    })
    void a_bad_value_or_an_unknown_key_is_refused_by_its_name(String key, String value) {
        assertThatThrownBy(() -> settings(MediaConfig.class, Map.of(key, value)))
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "vestibule.media.max-base64-chars, 41943040",
        "vestibule.media.max-pdf-bytes, 31457280"
    })
    void so_are_sizes_that_do_not_fit_into_a_request(String key, String value) {
        var config = settings(MediaConfig.class, Map.of(key, value));
        var content = settings(ContentConfig.class, Map.of());

        assertThatThrownBy(() -> new MediaRules(config, content)).hasMessageContaining(key);
    }

    @Test
    void the_codes_of_the_table_may_be_answered_instead() {
        var answers =
                new MediaAnswers(
                        settings(MediaConfig.class, Map.of("vestibule.media.error-codes", "table")),
                        new JsonMapper());

        assertThat(body(answers, new Refusal.DigestMismatch()))
                .isEqualTo(
                        "{\"status\":\"fail\",\"code\":\"1104\",\"message\":\"Request includes invalid parameters.\"}");
        assertThat(body(answers, MediaRefusal.KEY_MISSING))
                .isEqualTo(
                        "{\"status\":\"fail\",\"code\":\"1801\",\"message\":\"Mandatory X-AUTH-CLIENT header containing the API key is missing from the request.\"}");
        assertThat(body(answers, new Refusal.NotFound())).contains("\"1101\"");
        assertThat(body(answers, new Refusal.Unavailable())).contains("\"1101\"");
    }

    @ParameterizedTest
    @CsvSource({"true, 5", "false, ''"})
    void an_outage_is_an_internal_error_with_a_time_to_come_again(boolean outage, String after) {
        var answers = new MediaAnswers(settings(MediaConfig.class, Map.of()), new JsonMapper());
        var answer = answers.refuse(outage ? new Refusal.Unavailable() : new Refusal.Internal());

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo(after.isEmpty() ? null : after);
        assertThat(new String((byte[]) answer.getEntity(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"status\":\"fail\",\"code\":\"1101\",\"message\":\"Something went wrong\"}");
    }

    private static String body(MediaAnswers answers, Refusal refusal) {
        return new String(
                (byte[]) answers.refuse(refusal).getEntity(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
