package vestibule.file;

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
import vestibule.intake.access.RateLimiting;

/** {@code vestibule.file.*}: what is wrong stops the start and names its key. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FileSettingsTest {

    @Test
    void nothing_need_be_set() {
        var config = settings(FileConfig.class, Map.of());

        assertThat(config.maxFileBytes()).isEqualTo(209_715_200);
        assertThat(config.minFileBytes()).isEqualTo(15);
        assertThat(config.maxRequestBytes()).isEqualTo(210_763_776);
        assertThat(config.maxParts()).isEqualTo(20);
        assertThat(config.maxPartHeaderBytes()).isEqualTo(16_384);
        assertThat(config.maintenance()).isFalse();
        assertThat(config.rateLimit().mode()).isEqualTo(RateLimiting.Mode.SERVICE);
        assertThat(config.rateLimit().requests()).isEqualTo(50);
        assertThat(config.rateLimit().window()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_rate_limit_of_0_is_none() {
        var settings = Map.of("vestibule.file.rate-limit.requests", "0");

        assertThat(
                        new FileAccess(settings(FileConfig.class, settings))
                                .rateLimiting()
                                .limit()
                                .off())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "vestibule.file.max-file-bytes, many",
        "vestibule.file.max-file-bytes, 0",
        "vestibule.file.max-file-bytes, 200M",
        "vestibule.file.min-file-bytes, -1",
        "vestibule.file.max-request-bytes, 0",
        "vestibule.file.max-parts, 0",
        "vestibule.file.max-part-header-bytes, -5",
        "vestibule.file.maintenance, perhaps",
        "vestibule.file.rate-limit.mode, envoy",
        "vestibule.file.rate-limit.requests, -1",
        "vestibule.file.rate-limit.window, soon",
        "vestibule.file.rate-limit.window, 0s",
        "vestibule.file.rate-limit.window, 25h",
        "vestibule.file.max-bytes, 5"
    })
    void a_bad_value_or_an_unknown_key_is_refused_by_its_name(String key, String value) {
        assertThatThrownBy(() -> settings(FileConfig.class, Map.of(key, value)))
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "vestibule.file.min-file-bytes, 209715201",
        "vestibule.file.max-file-bytes, 210763776",
        "vestibule.file.max-request-bytes, 209715200"
    })
    void so_are_sizes_that_do_not_fit_into_each_other(String key, String value) {
        var config = settings(FileConfig.class, Map.of(key, value));
        var content = settings(ContentConfig.class, Map.of());

        assertThatThrownBy(() -> new FileRules(config, content)).hasMessageContaining(key);
    }
}
