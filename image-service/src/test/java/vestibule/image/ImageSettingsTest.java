package vestibule.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vestibule.intake.client.ReadSettings.settings;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vestibule.intake.ContentConfig;
import vestibule.validation.Refusal;

/** {@code vestibule.image.*}: what is wrong stops the start and names its key. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageSettingsTest {

    @Test
    void nothing_need_be_set() {
        var config = settings(ImageConfig.class, Map.of());

        assertThat(config.maxImageBytes()).isEqualTo(10_485_760);
        assertThat(config.maxRequestBytes()).isEqualTo(67_108_864);
        assertThat(config.maxFieldBytes()).isEqualTo(15_728_640);
        assertThat(config.maxParts()).isEqualTo(32);
        assertThat(config.maxPartHeaderBytes()).isEqualTo(16_384);
        assertThat(config.processingErrorStatus()).isEqualTo(400);
        assertThat(config.rateLimit().window()).isEqualTo(Duration.ofSeconds(1));
        assertThat(new ImageAccess(config).rateLimiting().limit().off()).isTrue();
        new ImageRules(config, settings(ContentConfig.class, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"400", "500"})
    void a_fault_of_ours_has_the_status_that_is_set(int status) {
        var key = "vestibule.image.processing-error-status";
        var config = settings(ImageConfig.class, Map.of(key, Integer.toString(status)));

        try (var answer = new ImageAnswers(config).refuse(ImageRule.PROCESSING_FAILED)) {
            assertThat(answer.getStatus()).isEqualTo(status);
            assertThat(answer.getEntity())
                    .isEqualTo(new ImageAnswers.Error("processing_error", "Failed to put image."));
            assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
        }
    }

    @Test
    void a_companion_says_it_in_its_own_words() {
        var answers = new ImageAnswers(settings(ImageConfig.class, Map.of()));

        try (var answer = answers.refuse(new Refusal.Unavailable())) {
            assertThat(answer.getStatus()).isEqualTo(500);
            assertThat(answer.getEntity())
                    .isEqualTo(new ImageAnswers.Plain("Internal Server Error"));
        }
        try (var answer = answers.refuse(new Refusal.Infected())) {
            assertThat(answer.getEntity())
                    .isEqualTo(
                            new ImageAnswers.Error(
                                    "invalid_data", "Image was rejected by the content scanner."));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "vestibule.image.max-image-bytes, many",
        "vestibule.image.max-image-bytes, 0",
        "vestibule.image.max-request-bytes, 64M",
        "vestibule.image.max-field-bytes, -1",
        "vestibule.image.max-parts, 0",
        "vestibule.image.max-part-header-bytes, 0",
        "vestibule.image.processing-error-status, 503",
        "vestibule.image.rate-limit.requests, -1",
        "vestibule.image.rate-limit.window, 25h",
        "vestibule.image.max-bytes, 5"
    })
    void a_bad_value_or_an_unknown_key_is_refused_by_its_name(String key, String value) {
        assertThatThrownBy(() -> settings(ImageConfig.class, Map.of(key, value)))
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "vestibule.image.max-image-bytes, 11300000",
        "vestibule.image.max-field-bytes, 14680063",
        "vestibule.image.max-request-bytes, 15728640"
    })
    void so_are_sizes_that_do_not_fit_into_each_other(String key, String value) {
        var config = settings(ImageConfig.class, Map.of(key, value));
        var content = settings(ContentConfig.class, Map.of());

        assertThatThrownBy(() -> new ImageRules(config, content)).hasMessageContaining(key);
    }
}
