package vestibule.intake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vestibule.intake.body.BodyConfig;
import vestibule.intake.ledger.RetentionConfig;
import vestibule.intake.storage.StoreConfig;
import vestibule.intake.storage.SweepConfig;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsCheckTest {

    @Test
    void starts_with_the_defaults() {
        assertThatCode(() -> start(Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "vestibule.http.body-idle-timeout, 1ms",
        "vestibule.content.max-pixels, 0",
        "vestibule.content.max-side, -1",
        "vestibule.store.senders, 0",
        "vestibule.store.downloads, 0",
        "vestibule.store.waiting-uploads, -1",
        "vestibule.store.buffer-patience, 0s",
        "vestibule.sweep.grace, 0s",
        "vestibule.sweep.lookback, 1s",
        "vestibule.retention.keep, 59m",
    })
    void does_not_start_with_what_cannot_be_right_and_names_its_key(String key, String value) {
        assertThatThrownBy(() -> start(Map.of(key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(key);
    }

    private static void start(Map<String, String> settings) {
        var config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(BodyConfig.class)
                        .withMapping(ContentConfig.class)
                        .withMapping(StoreConfig.class)
                        .withMapping(SweepConfig.class)
                        .withMapping(RetentionConfig.class)
                        .withDefaultValues(settings)
                        .build();
        new SettingsCheck()
                .check(
                        new StartupEvent(),
                        config.getConfigMapping(BodyConfig.class),
                        config.getConfigMapping(ContentConfig.class),
                        config.getConfigMapping(StoreConfig.class),
                        config.getConfigMapping(SweepConfig.class),
                        config.getConfigMapping(RetentionConfig.class));
    }
}
