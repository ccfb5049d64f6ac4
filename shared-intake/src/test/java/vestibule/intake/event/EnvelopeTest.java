package vestibule.intake.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Read back by the CloudEvents project's own reader. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvelopeTest {

    private static final UUID ID = UUID.fromString("0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final DocumentReceived received =
            Events.received(ID, Subject.of(Subject.Kind.USER, "user-123"), Map.of());

    @Test
    void a_received_document_is_a_cloud_event() {
        var event = read(new Envelope(ID, Events.NOW, received, Optional.empty()));

        assertThat(event.getId()).isEqualTo(ID.toString());
        assertThat(event.getType()).isEqualTo("vestibule.document-received.v1");
        assertThat(event.getSource()).isEqualTo(URI.create("/vestibule/file-service"));
        assertThat(event.getSubject()).isEqualTo(received.documentId().toString());
        assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2026-11-20T11:00:00.120Z"));
        assertThat(event.getDataSchema())
                .isEqualTo(URI.create("urn:vestibule:schema:document-received:v1"));
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getExtension("partitionkey")).isEqualTo("acme/user-123");
        assertThat(event.getExtension("dataref"))
                .isEqualTo("s3://vestibule/file/acme/2026/11/20/11/" + ID);
        assertThat(event.getExtension("dataclassification")).isEqualTo("personal-data");
        assertThat(event.getData()).isNotNull();
    }

    @Test
    void a_deleted_document_is_one_without_a_claim_check() {
        var event = read(new Envelope(ID, Events.NOW, Events.deleted(received), Optional.empty()));

        assertThat(event.getType()).isEqualTo("vestibule.document-deleted.v1");
        assertThat(event.getDataSchema())
                .isEqualTo(URI.create("urn:vestibule:schema:document-deleted:v1"));
        assertThat(event.getExtension("partitionkey")).isEqualTo("acme/user-123");
        assertThat(event.getExtension("dataref")).isNull();
    }

    @Test
    void without_a_subject_the_document_is_the_key() {
        assertThat(Events.received(ID, Subject.none(), Map.of()).key()).isEqualTo("acme/" + ID);
    }

    @Test
    void the_trace_goes_along() {
        var envelope = new Envelope(ID, Events.NOW, received, Optional.of(TRACE));

        assertThat(envelope.headers()).containsEntry("traceparent", TRACE);
    }

    @Test
    void a_malformed_trace_stays_behind() {
        var envelope = new Envelope(ID, Events.NOW, received, Optional.of("me@example.com"));

        assertThat(envelope.headers()).doesNotContainKey("traceparent");
    }

    private static CloudEvent read(Envelope envelope) {
        var headers = new RecordHeaders();
        envelope.headers()
                .forEach(
                        (name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return KafkaMessageFactory.createReader(
                        headers, envelope.data().getBytes(StandardCharsets.UTF_8))
                .toEvent();
    }
}
