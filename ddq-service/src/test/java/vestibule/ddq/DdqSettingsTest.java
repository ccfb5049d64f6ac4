package vestibule.ddq;

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

/** What may be set, and what stops the start. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DdqSettingsTest {

    @Test
    void nothing_need_be_set() {
        var config = settings(DdqConfig.class, Map.of());

        assertThat(config.maxFileBytes()).isEqualTo(10_485_760);
        assertThat(config.maxFiles()).isEqualTo(20);
        assertThat(config.maxRequestBytes()).isEqualTo(210_763_776);
        assertThat(config.maxFileTypesBytes()).isEqualTo(65_536);
        assertThat(config.maxParts()).isEqualTo(64);
        assertThat(config.maxPartHeaderBytes()).isEqualTo(16_384);
        assertThat(config.ddqId()).isEqualTo(DdqConfig.DdqIds.RECORD);
        assertThat(config.deleteAccount()).isEqualTo(DdqConfig.Deletion.KEEP);
        assertThat(config.rateLimit().window()).isEqualTo(Duration.ofSeconds(10));
        assertThat(new DdqAccess(config).rateLimiting().limit().off()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "vestibule.ddq.max-file-bytes, 0",
        "vestibule.ddq.max-files, 0",
        "vestibule.ddq.max-request-bytes, 200M",
        "vestibule.ddq.max-file-types-bytes, -1",
        "vestibule.ddq.max-parts, many",
        "vestibule.ddq.max-part-header-bytes, 0",
        "vestibule.ddq.ddq-id, lax",
        "vestibule.ddq.delete-account, perhaps",
        "vestibule.ddq.rate-limit.requests, -1",
        "vestibule.ddq.rate-limit.window, 0s",
        "vestibule.ddq.max-bytes, 5"
    })
    void a_bad_value_or_an_unknown_key_is_refused_by_its_name(String key, String value) {
        assertThatThrownBy(() -> settings(DdqConfig.class, Map.of(key, value)))
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "vestibule.ddq.max-file-bytes, 210763776",
        "vestibule.ddq.max-request-bytes, 10485760"
    })
    void so_are_sizes_that_do_not_fit_into_each_other(String key, String value) {
        var config = settings(DdqConfig.class, Map.of(key, value));
        var each = new FileRules(settings(ContentConfig.class, Map.of()));

        assertThatThrownBy(() -> new DdqRules(config, each)).hasMessageContaining(key);
    }
}
