package vestibule.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ElapsedTest {

    private static final Instant THEN = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, false", "1999, false", "2000, true", "-1, true", "-3600000, true"})
    void a_span_is_over_in_time_and_when_the_clock_was_set_back(long millis, boolean over) {
        assertThat(Elapsed.isOver(Duration.ofSeconds(2), THEN, THEN.plusMillis(millis)))
                .isEqualTo(over);
    }
}
