package vestibule.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UploadOutcomesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Internal", "Unavailable"})
    void what_an_alert_watches_is_there_from_the_start(String reason) {
        var meters = new SimpleMeterRegistry();

        new UploadOutcomes(meters).start(new StartupEvent());

        assertThat(
                        meters.get("vestibule.uploads")
                                .tags("outcome", "failed", "reason", reason)
                                .counter()
                                .count())
                .isZero();
    }
}
