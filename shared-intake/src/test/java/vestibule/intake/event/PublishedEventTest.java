package vestibule.intake.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every test of an event relies on: that a fault would be seen. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedEventTest {

    private static final UUID ID = UUID.fromString("0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static PublishedEvent published(DocumentEvent event) {
        var envelope = new Envelope(ID, Events.NOW, event, Optional.of(TRACE));
        return new PublishedEvent(event.key(), envelope.headers(), envelope.data());
    }

    @Test
    void what_the_outbox_writes_is_sound() {
        var received = Events.receivedFrom("user-123");

        assertThat(published(received).faults()).isEmpty();
        assertThat(published(Events.received()).faults()).isEmpty();
        assertThat(published(Events.deleted(received)).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3",
        "ce_id, 7",
        "ce_type, vestibule.document-received.v2",
        "ce_source, /vestibule/ddq-service",
        "ce_subject, 0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f11",
        "ce_time, 2026-11-20T11:00:00Z",
        "ce_dataschema, urn:vestibule:schema:document-deleted:v1",
        "ce_partitionkey, acme/another",
        "ce_dataref, s3://vestibule/another",
        "ce_dataclassification, public",
        "traceparent, me@example.com",
        "content-type, text/plain",
        "ce_filename, me.jpg"
    })
    void a_header_that_is_wrong_is_seen(String name, String value) {
        var sound = published(Events.received());
        var headers = new HashMap<>(sound.headers());
        headers.put(name, value);

        assertThat(new PublishedEvent(sound.key(), headers, sound.data()).faults()).isNotEmpty();
    }

    @Test
    void a_header_that_is_missing_is_seen() {
        var sound = published(Events.received());

        for (var name : sound.headers().keySet()) {
            var headers = new HashMap<>(sound.headers());
            headers.remove(name);
            var faults = new PublishedEvent(sound.key(), headers, sound.data()).faults();
            assertThat(faults.isEmpty()).as(name).isEqualTo(name.equals("traceparent"));
        }
    }

    @Test
    void another_key_and_other_data_are_seen() {
        var sound = published(Events.receivedFrom("user-123"));
        var other = published(Events.received(ID, Subject.none(), Map.of("fileName", "me.jpg")));

        assertThat(new PublishedEvent("acme/else", sound.headers(), sound.data()).faults())
                .isNotEmpty();
        assertThat(other.faults()).isNotEmpty();
    }
}
