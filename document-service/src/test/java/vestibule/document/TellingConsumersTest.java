package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.document.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.Events.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vestibule.intake.client.AFile;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Events;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.intake.client.SpanCollector;
import vestibule.intake.client.Trace;
import vestibule.validation.samples.Samples;

/** What consumers read in Kafka of documents that came and went. */
@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TellingConsumersTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static Events events;

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    @BeforeAll
    static void read() {
        events = new Events();
    }

    @AfterAll
    static void stopReading() {
        events.close();
    }

    private String documentId() {
        return kept.row("select id from document").getFirst();
    }

    private JsonNode received() throws Exception {
        return JSON.readTree(events.of(documentId(), 1).getFirst().value());
    }

    @Test
    void they_learn_the_trace_context_of_the_upload() {
        var trace = Trace.begin();
        Calls.add(Calls.form()).with("traceparent", trace.sampled()).answer();

        var told = events.of(documentId(), 1).getFirst();

        var span = SpanCollector.running().only(trace.id());
        assertThat(Events.header(told, "traceparent")).isEqualTo(SpanCollector.traceparent(span));
        assertThat(SpanCollector.hex(span.getParentSpanId())).isEqualTo(Trace.PARENT);
        assertThat(span.getName()).isEqualTo("POST /api/v2/my/documents");
        assertThat(SpanCollector.running().everything())
                .doesNotContain("client-42", Calls.ACME, "acme", "passport");
    }

    @Test
    void of_a_document_they_learn_what_it_is_and_where_its_object_is() throws Exception {
        Calls.added();

        var event = events.of(documentId(), 1).getFirst();

        assertThat(event.topic()).isEqualTo("document-received");
        assertThat(event.key()).isEqualTo("acme/client-42");
        assertThat(header(event, "ce_source")).isEqualTo("/vestibule/document-service");
        assertThat(event.value()).doesNotContain("passport.png");
        var data = JSON.readTree(event.value());
        assertThat(data)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"documentId": "%1$s", "service": "document", "tenantId": "acme",
                                 "subject": {"kind": "client", "id": "client-42"}, "batchId": "%1$s",
                                 "document": {"category": "identity", "type": "passport",
                                              "side": "none", "vendorType": "passport"},
                                 "content": {"mediaType": "image/png", "sizeBytes": 70,
                                             "sha256": "%2$s"},
                                 "facts": {"widthPx": 1, "heightPx": 1, "pages": null,
                                           "encrypted": false, "activeContent": false,
                                           "scan": "clean"},
                                 "vendor": {"typeId": "1"},
                                 "object": {"bucket": "vestibule", "key": "%3$s",
                                            "versionId": null},
                                 "receivedAt": "%4$s"}
                                """
                                        .formatted(
                                                documentId(),
                                                Digests.hex(Samples.seedPng()),
                                                kept.row("select object_key from document")
                                                        .getFirst(),
                                                data.path("receivedAt").asText())));
    }

    @ParameterizedTest
    @CsvSource({
        "acme-token, 1, identity, passport, passport",
        "acme-token, 2, identity, identity_card, id_card",
        "acme-token, 3, identity, driving_licence, driver_license",
        "acme-token, 4, address, proof_of_address, utility_bill",
        "acme-token, 5, address, proof_of_address, bank_statement",
        "globex-token, 7, identity, passport, passport",
        "globex-token, 8, other, unspecified, selfie_with_pet"
    })
    void every_type_has_a_word_of_the_common_vocabulary(
            String token, String typeId, String category, String type, String vendorType)
            throws Exception {
        var content = typeId.equals("8") ? Samples.webp(1, 1) : Samples.pdf();
        var form = Form.empty().text("typeId", typeId).file("x", content);
        assertThatAnswer(Calls.add(form).as(token).answer()).isStored();

        var document = received().path("document");

        assertThat(document.path("category").asText()).isEqualTo(category);
        assertThat(document.path("type").asText()).isEqualTo(type);
        assertThat(document.path("side").asText()).isEqualTo("none");
        assertThat(document.path("vendorType").asText()).isEqualTo(vendorType);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void a_pdf_is_flagged_and_not_refused(boolean encrypted, boolean active) throws Exception {
        var pdf = encrypted ? Samples.encryptedPdf() : Samples.pdfWithJavaScript();
        assertThatAnswer(Calls.add(Calls.form(AFile.named("x").holding(pdf))).answer()).isStored();

        var facts = received().path("facts");

        assertThat(facts.path("encrypted").booleanValue()).isEqualTo(encrypted);
        if (active) {
            assertThat(facts.path("activeContent").booleanValue()).isTrue();
        }
    }

    @Test
    void an_awaited_document_is_told_when_its_bytes_are_here() throws Exception {
        var awaited = Calls.awaited();
        kept.nothing();
        Calls.put(Calls.fileOf(awaited)).holding("image/png", Samples.seedPng()).answer();

        var data = received();

        assertThat(data.at("/content/sizeBytes").intValue()).isEqualTo(70);
        assertThat(data.path("receivedAt").asText())
                .isGreaterThanOrEqualTo(
                        awaited.json().path("createTime").asText().substring(0, 19));
    }

    @Test
    void a_deleted_document_is_told_second_on_the_same_key() throws Exception {
        var stored = Calls.added();
        Calls.delete(Calls.pathOf(stored)).answer();

        var told = events.of(documentId(), 2);

        var deleted = told.getLast();
        assertThat(told.getFirst().topic()).isEqualTo("document-received");
        assertThat(deleted.topic()).isEqualTo("document-deleted");
        assertThat(deleted.key()).isEqualTo("acme/client-42");
        assertThat(deleted.partition()).isEqualTo(told.getFirst().partition());
        assertThat(JSON.readTree(deleted.value()).path("reason").asText())
                .isEqualTo("client-request");
    }
}
