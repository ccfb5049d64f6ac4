package vestibule.intake.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vestibule.intake.client.ReadSettings.settings;

import io.quarkus.vertx.http.runtime.filters.Filters;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code vestibule.traces} */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TraceSettingsTest {

    private static TraceConfig with(String key, String value) {
        return settings(TraceConfig.class, Map.of("vestibule.traces." + key, value));
    }

    private static Filters filters(Map<String, String> settings) {
        var filters = new Filters();
        new Tracing(settings(TraceConfig.class, settings), "probe-service", "1").register(filters);
        return filters;
    }

    @Test
    void by_default_no_request_passes_through_anything() {
        assertThat(filters(Map.of()).getFilters()).isEmpty();
    }

    @Test
    void an_empty_address_is_none() {
        assertThat(filters(Map.of("vestibule.traces.endpoint", "")).getFilters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://collector:4318, http://collector:4318/v1/traces",
        "https://collector.example.com/, https://collector.example.com/v1/traces",
        "http://[::1]:4318/otlp, http://[::1]:4318/otlp/v1/traces"
    })
    void an_address_is_that_of_the_collector(String sent, String traces) {
        assertThat(with("endpoint", sent).endpoint().orElseThrow()).hasToString(traces);
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint, collector:4318",
        "endpoint, /v1/traces",
        "endpoint, grpc://collector:4317",
        "endpoint, http://user:secret@collector:4318",
        "endpoint, http://collector:4318?key=secret",
        "endpoint, http://col lector",
        "ratio, -0.1",
        "ratio, 1.1",
        "ratio, NaN",
        "ratio, all"
    })
    void what_cannot_be_right_stops_the_start_with_its_key(String key, String value) {
        assertThatThrownBy(() -> with(key, value)).hasMessageContaining("vestibule.traces." + key);
    }
}
