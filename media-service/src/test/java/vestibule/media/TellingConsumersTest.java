package vestibule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.intake.client.Events.header;
import static vestibule.media.Image.anImage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Events;
import vestibule.intake.client.Kept;
import vestibule.intake.client.SpanCollector;
import vestibule.intake.client.Trace;
import vestibule.validation.samples.Samples;

/** What consumers read in Kafka of media that came and went. */
@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TellingConsumersTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static Events events;

    @RegisterExtension final Kept kept = MediaServiceStack.kept();

    @BeforeAll
    static void read() {
        events = new Events();
    }

    @AfterAll
    static void stopReading() {
        events.close();
    }

    private static String store(String session, Image image) {
        return Client.ABLE.upload(session, image).answer().json().path("image").path("id").asText();
    }

    private static JsonNode received(String id) throws Exception {
        var event = events.of(id, 1).getFirst();
        return JSON.readTree(event.value());
    }

    @Test
    void they_learn_the_trace_context_of_the_upload() {
        var trace = Trace.begin();
        var session = Client.ACME.session();
        Client.ACME.upload(session, anImage()).with("traceparent", trace.sampled()).answer();

        var told = events.of(kept.row("select id from media").getFirst(), 1).getFirst();

        var span = SpanCollector.running().only(trace.id());
        assertThat(Events.header(told, "traceparent")).isEqualTo(SpanCollector.traceparent(span));
        assertThat(SpanCollector.hex(span.getParentSpanId())).isEqualTo(Trace.PARENT);
        assertThat(span.getName()).isEqualTo("POST /v1/sessions/{id}/media");
        assertThat(SpanCollector.running().everything())
                .doesNotContain(session, Client.ACME.apiKey(), "acme");
    }

    @Test
    void A_media_is_told_with_its_session() throws Exception {
        var session =
                Client.sessionOf(
                        Client.ABLE
                                .send(
                                        "POST",
                                        "/v1/sessions",
                                        "{\"verification\":{\"vendorData\":\"jane\"}}")
                                .answer());
        var id = store(session, anImage().withTimestamp("\"2025-01-01T10:00:15Z\""));

        var data = received(id);

        assertThat(events.of(id, 1).getFirst().key()).isEqualTo("acme/" + session);
        assertThat(header(events.of(id, 1).getFirst(), "ce_source"))
                .isEqualTo("/vestibule/media-service");
        assertThat(data)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"documentId": "%1$s", "service": "media", "tenantId": "acme",
                                 "subject": {"kind": "session", "id": "%2$s"}, "batchId": "%1$s",
                                 "document": {"category": "identity", "type": "unspecified",
                                              "side": "back", "vendorType": "document-back"},
                                 "content": {"mediaType": "image/png", "sizeBytes": 70,
                                             "sha256": "%3$s"},
                                 "facts": {"widthPx": 1, "heightPx": 1, "pages": null,
                                           "encrypted": false, "activeContent": false,
                                           "scan": "clean"},
                                 "vendor": {},
                                 "object": {"bucket": "vestibule", "key": "%4$s",
                                            "versionId": null},
                                 "receivedAt": "%5$s"}
                                """
                                        .formatted(
                                                id,
                                                session,
                                                Digests.hex(Samples.seedPng()),
                                                kept.row("select object_key from media").getFirst(),
                                                data.path("receivedAt").asText())));
    }

    @ParameterizedTest
    @CsvSource({
        "address-front, address, proof_of_address, front",
        "document-and-face, selfie, selfie, none",
        "document-and-face-pre, selfie, selfie, none",
        "document-back, identity, unspecified, back",
        "document-back-barcode, identity, unspecified, back",
        "document-back-barcode-pre, identity, unspecified, back",
        "document-back-pre, identity, unspecified, back",
        "document-back-qrcode, identity, unspecified, back",
        "document-back-qrcode-pre, identity, unspecified, back",
        "document-front, identity, unspecified, front",
        "document-front-face-cropped, identity, unspecified, front",
        "document-front-pre, identity, unspecified, front",
        "document-front-qrcode, identity, unspecified, front",
        "document-front-qrcode-pre, identity, unspecified, front",
        "face, selfie, selfie, none",
        "face-cropped, selfie, selfie, none",
        "face-nfc, selfie, selfie, none",
        "face-pre, selfie, selfie, none",
        "face-reference, selfie, selfie, none",
        "registry-face, selfie, unspecified, none"
    })
    void Each_context_is_told_in_the_common_words(
            String context, String category, String type, String side) throws Exception {
        var document =
                received(store(Client.ABLE.session(), anImage().of(context))).path("document");

        assertThat(document)
                .isEqualTo(
                        JSON.createObjectNode()
                                .put("category", category)
                                .put("type", type)
                                .put("side", side)
                                .put("vendorType", context));
    }

    @Test
    void A_pdf_is_told_with_its_flags() throws Exception {
        var session = Client.ABLE.session();
        var encrypted = received(store(session, anImage().holding(Samples.encryptedPdf())));
        var active = received(store(session, anImage().holding(Samples.pdfWithJavaScript())));

        assertThat(encrypted.path("facts").path("encrypted").asBoolean()).isTrue();
        assertThat(active.path("facts").path("activeContent").asBoolean()).isTrue();
    }

    @Test
    void An_erased_session_is_told_media_by_media() throws Exception {
        var session = Client.ABLE.session();
        var ids = List.of(store(session, anImage()), store(session, anImage().of("face")));

        Client.ABLE.erase(session).answer();

        for (var id : ids) {
            var both = events.of(id, 2);
            assertThat(both)
                    .extracting(event -> event.topic())
                    .containsExactly("document-received", "document-deleted");
            assertThat(both.getLast().key()).isEqualTo("acme/" + session);
            var data = JSON.readTree(both.getLast().value());
            assertThat(data.path("reason").asText()).isEqualTo("erasure");
            assertThat(data.path("subject").path("id").asText()).isEqualTo(session);
        }
    }
}
