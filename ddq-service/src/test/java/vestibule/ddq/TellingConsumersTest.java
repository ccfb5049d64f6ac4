package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.ddq.Upload.anUpload;
import static vestibule.ddq.Upload.ofIdFront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Order;
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

/** What consumers read in Kafka of uploads. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TellingConsumersTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    private static final JsonMapper JSON = new JsonMapper();

    private static Events events;

    @BeforeAll
    static void read() {
        events = new Events();
    }

    @AfterAll
    static void stopReading() {
        events.close();
    }

    private static JsonNode told(String documentId) throws Exception {
        var event = events.of(documentId, 1).getFirst();
        assertThat(event.topic()).isEqualTo("document-received");
        assertThat(event.key()).isEqualTo("acme/client-1");
        assertThat(Events.header(event, "ce_source")).isEqualTo("/vestibule/ddq-service");
        return JSON.readTree(event.value());
    }

    @Test
    void they_learn_the_trace_context_of_the_upload() {
        var trace = Trace.begin();
        ofIdFront().call().with("traceparent", trace.sampled()).answer();

        var told = events.of(kept.row("select id from document").getFirst(), 1).getFirst();

        var span = SpanCollector.running().only(trace.id());
        assertThat(Events.header(told, "traceparent")).isEqualTo(SpanCollector.traceparent(span));
        assertThat(SpanCollector.hex(span.getParentSpanId())).isEqualTo(Trace.PARENT);
        assertThat(span.getName()).isEqualTo("POST /v1/enterprise/ddq/upload");
        assertThat(SpanCollector.running().everything())
                .doesNotContain(Calls.USER, Calls.ACME, "acme", "id_front");
    }

    @Test
    void one_event_of_each_file_under_the_key_of_the_user() throws Exception {
        var upload = anUpload().file("a.jpg", "ID", Samples.jpeg(1280, 960)).file("b.png", "PoR");
        var ids = Calls.idsOf(upload.answer());

        var first = told(ids.getFirst());

        assertThat(first)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"documentId": "%1$s", "service": "ddq", "tenantId": "acme",
                                 "subject": {"kind": "user", "id": "client-1"}, "batchId": "%2$s",
                                 "document": {"category": "identity", "type": "unspecified",
                                              "side": "none", "vendorType": "ID"},
                                 "content": {"mediaType": "image/jpeg", "sizeBytes": 287,
                                             "sha256": "%3$s"},
                                 "facts": {"widthPx": 1280, "heightPx": 960, "pages": null,
                                           "encrypted": false, "activeContent": false,
                                           "scan": "clean"},
                                 "vendor": {},
                                 "object": {"bucket": "vestibule", "key": "%4$s",
                                            "versionId": null},
                                 "receivedAt": "%5$s"}
                                """
                                        .formatted(
                                                ids.getFirst(),
                                                first.path("batchId").asText(),
                                                Digests.hex(Samples.jpeg(1280, 960)),
                                                first.at("/object/key").asText(),
                                                first.path("receivedAt").asText())));
        assertThat(told(ids.getLast()).path("batchId")).isEqualTo(first.path("batchId"));
        assertThat(kept.events()).isEqualTo(2);
    }

    @Test
    void a_residence_as_proof_of_address() throws Exception {
        var id = Calls.idsOf(anUpload().file("a.png", "PoR").answer()).getFirst();

        assertThat(told(id).path("document").toString())
                .isEqualTo(
                        "{\"category\":\"address\",\"type\":\"proof_of_address\","
                                + "\"side\":\"none\",\"vendorType\":\"PoR\"}");
    }

    @Test
    void what_is_hidden_in_a_pdf() throws Exception {
        var upload =
                anUpload()
                        .file("a.pdf", "PoR", Samples.pdfWithJavaScript())
                        .file("b.pdf", "PoR", Samples.encryptedPdf());
        var ids = Calls.idsOf(upload.answer());

        assertThat(told(ids.getFirst()).at("/facts/activeContent").booleanValue()).isTrue();
        assertThat(told(ids.getLast()).at("/facts/encrypted").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"12, true", "13, false"})
    void which_request_is_answered_and_whether_it_is_known(String ddqId, boolean matched)
            throws Exception {
        Calls.ask(Calls.USER, 12).answer();
        var id = Calls.idsOf(ofIdFront().ddqId(ddqId).answer()).getFirst();

        var vendor = told(id).path("vendor");

        assertThat(vendor.path("ddqId").textValue()).isEqualTo(ddqId);
        assertThat(vendor.path("ddqMatched").booleanValue()).isEqualTo(matched);
    }

    @Test
    void not_a_word_of_the_file_name() throws Exception {
        var id = Calls.idsOf(anUpload().file("jane-doe.png", "ID").answer()).getFirst();

        assertThat(told(id).toString()).doesNotContain("jane");
    }
}
