package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.named;
import static vestibule.intake.client.Events.header;

import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Events;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.intake.client.SpanCollector;
import vestibule.intake.client.Trace;

/** {@code vestibule.traces}: an upload's span, which its event goes on from. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TracingUploadsTest {

    private static Events events;

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    private final SpanCollector collector = SpanCollector.running();
    private final Trace trace = Trace.begin();

    @BeforeAll
    static void read() {
        events = new Events();
    }

    @AfterAll
    static void stopReading() {
        events.close();
    }

    @AfterEach
    void recover() {
        collector.recovers();
    }

    private static Call upload() {
        return Calls.upload(Form.of("passport", named("jane-doe.png")));
    }

    private static String told(Answer stored) {
        return header(events.of(Calls.idOf(stored), 1).getFirst(), "traceparent");
    }

    @Test
    void the_event_names_the_span_and_the_span_the_clients() {
        var stored = upload().with("traceparent", trace.sampled()).answer();

        var span = collector.only(trace.id());
        assertThat(span.getName()).isEqualTo("POST /v1/files");
        assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(SpanCollector.hex(span.getParentSpanId())).isEqualTo(Trace.PARENT);
        assertThat(SpanCollector.facts(span))
                .containsEntry("http.response.status_code", "201")
                .containsEntry("http.route", "/v1/files");
        assertThat(told(stored)).isEqualTo(SpanCollector.traceparent(span));
        assertThat(collector.source()).containsEntry("service.name", "file-service");
    }

    @Test
    void a_client_without_a_trace_begins_one() {
        var told = told(upload().answer());

        var begun = told.split("-", -1)[1];
        assertThat(SpanCollector.traceparent(collector.only(begun))).isEqualTo(told);
    }

    @Test
    void what_is_not_sampled_is_told_so_and_not_exported() {
        var stored = upload().with("traceparent", trace.unsampled()).answer();
        var later = Trace.begin();
        upload().with("traceparent", later.sampled()).answer();

        assertThat(told(stored)).matches("00-" + trace.id() + "-[0-9a-f]{16}-00");
        collector.only(later.id());
        assertThat(collector.spans(trace.id())).isEmpty();
    }

    @Test
    void no_span_says_whose_file_it_was_or_what_it_is_called() {
        var stored = upload().with("traceparent", trace.sampled()).answer();
        var read = Trace.begin();
        Calls.get(Calls.pathOf(stored) + "?limit=jane")
                .with("traceparent", read.sampled())
                .answer();

        assertThat(collector.only(read.id()).getName()).isEqualTo("GET /v1/files/{id}");
        collector.only(trace.id());
        assertThat(collector.everything())
                .doesNotContain("jane", Calls.idOf(stored), Calls.ACME, "acme", "Bearer");
    }

    @Test
    void a_collector_that_is_away_keeps_no_upload() {
        collector.stops();

        var stored = upload().with("traceparent", trace.sampled()).answer();

        assertThatAnswer(stored).isStored();
        assertThat(told(stored)).startsWith("00-" + trace.id());
        kept.exactly(1);
    }

    @Test
    void a_collector_that_hangs_keeps_no_upload() {
        collector.hangs();

        assertThatAnswer(upload().answer()).isStored();
        assertThatAnswer(upload().answer()).isStored();
        kept.exactly(2);
    }
}
