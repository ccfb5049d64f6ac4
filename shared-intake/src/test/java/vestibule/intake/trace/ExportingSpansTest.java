package vestibule.intake.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vestibule.intake.client.SpanCollector;

/** How spans leave a service, whatever the collector does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportingSpansTest {

    /** As in {@code microprofile-config.properties}; kept, or the level would be forgotten. */
    private static final Logger SDK = Logger.getLogger("io.opentelemetry");

    private static final int FLOOD = 20_000;
    private static final int QUEUE_AND_BATCH_UNDER_WAY = 2048 + 512;

    private final SpanCollector collector = new SpanCollector();
    private SdkTracerProvider spans = export(1);

    @SuppressWarnings("NullAway.Init")
    private Lines log;

    @BeforeAll
    static void silence() {
        SDK.setLevel(Level.OFF);
    }

    @BeforeEach
    void begin() {
        log = Lines.begin();
    }

    @AfterEach
    void stop() {
        log.close();
        spans.close();
        collector.stops();
    }

    private SdkTracerProvider export(double ratio) {
        return SpanExport.to(
                URI.create(collector.endpoint() + "/v1/traces"),
                ratio,
                new SpanExport.Source("probe-service", "1.2.3"));
    }

    private void one() {
        spans.get("test").spanBuilder("one").startSpan().end();
    }

    /** One that comes while another ends has that other's result, and nothing is flushed. */
    private void flush() {
        var flushed = spans.forceFlush();
        while (flushed.isDone()) {
            flushed = spans.forceFlush();
        }
        flushed.join(20, TimeUnit.SECONDS);
    }

    @Test
    void they_say_which_service_they_are_of() {
        one();
        flush();

        assertThat(collector.spans()).hasSize(1);
        assertThat(collector.source())
                .containsEntry("service.namespace", "vestibule")
                .containsEntry("service.name", "probe-service")
                .containsEntry("service.version", "1.2.3");
    }

    @Test
    void a_ratio_of_0_keeps_all_of_them_here() {
        spans = export(0);

        one();
        flush();

        assertThat(collector.spans()).isEmpty();
    }

    @Test
    void a_collector_that_is_away_is_told_once_and_its_return_once() {
        collector.stops();
        for (int i = 0; i < 3; i++) {
            one();
            flush();
        }
        assertThat(log.all()).singleElement().asString().contains("takes no spans since now");

        collector.recovers();
        one();
        flush();

        assertThat(log.all()).hasSize(2);
        assertThat(log.all().getLast()).contains("again, 3");
        assertThat(collector.spans()).hasSize(1);
    }

    @Test
    void a_collector_that_refuses_them_is_told_once_too() {
        collector.refuses(503);

        one();
        flush();
        one();
        flush();

        assertThat(log.all()).singleElement().asString().contains("it refuses them");
    }

    @Test
    @Timeout(60)
    void a_collector_that_hangs_holds_nobody_and_as_many_as_the_queue_has_room_for() {
        collector.hangs();
        for (int i = 0; i < FLOOD; i++) {
            one();
        }

        collector.recovers();
        flush();

        assertThat(collector.spans()).hasSizeBetween(1, QUEUE_AND_BATCH_UNDER_WAY);
    }

    @Test
    @Timeout(10)
    void a_collector_that_hangs_does_not_hold_a_stop() {
        collector.hangs();
        for (int i = 0; i < FLOOD; i++) {
            one();
        }

        new RequestSpans(spans).close();

        assertThat(collector.spans()).isEmpty();
    }
}
