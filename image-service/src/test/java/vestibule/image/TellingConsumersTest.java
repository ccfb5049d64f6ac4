package vestibule.image;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.image.Calls.base64;
import static vestibule.intake.client.Events.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Events;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.intake.client.SpanCollector;
import vestibule.intake.client.Trace;
import vestibule.validation.samples.Samples;

/** What consumers read in Kafka of pictures that came and went. */
@QuarkusTest
@QuarkusTestResource(ImageServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TellingConsumersTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static Events events;

    @RegisterExtension final Kept kept = ImageServiceStack.kept();

    private String submission = "";

    @BeforeAll
    static void read() {
        events = new Events();
    }

    @AfterAll
    static void stopReading() {
        events.close();
    }

    @BeforeEach
    void migrate() {
        submission = Calls.submission();
    }

    private String current(String slot) {
        return kept.row(
                        "select id from picture where deleted_at is null and vendor_type = '%s'"
                                .formatted(slot))
                .getFirst();
    }

    private JsonNode received(String slot) throws Exception {
        return JSON.readTree(events.of(current(slot), 1).getFirst().value());
    }

    @Test
    void they_learn_the_trace_context_of_the_upload() {
        var trace = Trace.begin();
        Calls.put(Calls.passport(submission)).with("traceparent", trace.sampled()).answer();

        var told = events.of(kept.row("select id from picture").getFirst(), 1).getFirst();

        var span = SpanCollector.running().only(trace.id());
        assertThat(Events.header(told, "traceparent")).isEqualTo(SpanCollector.traceparent(span));
        assertThat(SpanCollector.hex(span.getParentSpanId())).isEqualTo(Trace.PARENT);
        assertThat(span.getName()).isEqualTo("PUT /Image");
        assertThat(SpanCollector.running().everything())
                .doesNotContain(submission, Calls.ADMIN, Calls.ACME, "acme");
    }

    @Nested
    class Of_a_picture {

        @Test
        void everything_but_who_and_what_it_shows() throws Exception {
            var form =
                    Calls.form(submission)
                            .part(
                                    "Content-Disposition: form-data; name=\"idBackImage\"; filename=\"ann.jpg\"",
                                    Samples.jpeg(1280, 960));
            Calls.put(form).answer();
            var id = current("idBackImage");

            var event = events.of(id, 1).getFirst();

            assertThat(event.topic()).isEqualTo("document-received");
            assertThat(event.key()).isEqualTo("acme/" + submission);
            assertThat(header(event, "ce_source")).isEqualTo("/vestibule/image-service");
            var data = JSON.readTree(event.value());
            assertThat(data)
                    .isEqualTo(
                            JSON.readTree(
                                    """
                                    {"documentId": "%1$s", "service": "image", "tenantId": "acme",
                                     "subject": {"kind": "submission", "id": "%2$s"}, "batchId": "%1$s",
                                     "document": {"category": "identity", "type": "passport",
                                                  "side": "back", "vendorType": "idBackImage"},
                                     "content": {"mediaType": "image/jpeg", "sizeBytes": 287, "sha256": "%3$s"},
                                     "facts": {"widthPx": 1280, "heightPx": 960, "pages": null,
                                               "encrypted": false, "activeContent": false, "scan": "clean"},
                                     "vendor": {"idType": "passport"},
                                     "object": {"bucket": "vestibule", "key": "%4$s", "versionId": null},
                                     "receivedAt": "%5$s"}
                                    """
                                            .formatted(
                                                    id,
                                                    submission,
                                                    Digests.hex(Samples.jpeg(1280, 960)),
                                                    kept.row("select object_key from picture")
                                                            .getFirst(),
                                                    data.path("receivedAt").asText())));
        }

        @ParameterizedTest
        @CsvSource({
            "drivers_license, idImage, identity, driving_licence, front",
            "government_id, idImage, identity, identity_card, front",
            "passport, idImage, identity, passport, front",
            "residence_permit, idImage, identity, residence_permit, front",
            "vehicle_registration_certificate, idImage, identity, vehicle_registration, front",
            "visa, idImage, identity, visa, front",
            "aadhaar, idBackImage, identity, identity_card, back",
            "pancard, idBackImage, identity, tax_id, back",
            "passport, selfieImage, selfie, selfie, none",
            "passport, addressImage, address, proof_of_address, none"
        })
        void what_it_is_said_to_show(
                String idType, String slot, String category, String type, String side)
                throws Exception {
            var form =
                    Form.empty()
                            .text("submissionId", submission)
                            .text("admin", Calls.ADMIN)
                            .text("idType", idType)
                            .text(slot, base64(Samples.seedPng()));
            Calls.put(form).answer();

            var document = received(slot).path("document");

            assertThat(document.path("category").asText()).isEqualTo(category);
            assertThat(document.path("type").asText()).isEqualTo(type);
            assertThat(document.path("side").asText()).isEqualTo(side);
            assertThat(document.path("vendorType").asText()).isEqualTo(slot);
        }

        @Test
        void which_others_came_with_it() throws Exception {
            Calls.put(Calls.passport(submission).text("selfieImage", base64(Samples.seedJpeg())))
                    .answer();

            var front = received("idImage");
            var selfie = received("selfieImage");

            assertThat(front.path("batchId")).isEqualTo(selfie.path("batchId"));
            assertThat(front.path("batchId")).isNotEqualTo(front.path("documentId"));
            assertThat(selfie.path("vendor")).isEmpty();
        }
    }

    @Nested
    class Of_a_replacement {

        @Test
        void first_the_new_picture_and_then_that_the_old_one_is_gone() throws Exception {
            Calls.put(Calls.passport(submission)).answer();
            var old = current("idImage");
            Calls.put(Calls.form(submission).text("idImage", base64(Samples.png(2, 2)))).answer();
            var now = current("idImage");

            var came = events.of(now, 1).getFirst();
            var went = events.of(old, 2).getLast();

            assertThat(JSON.readTree(came.value()).path("vendor").path("replaces").asText())
                    .isEqualTo(old);
            assertThat(went.topic()).isEqualTo("document-deleted");
            assertThat(went.key()).isEqualTo("acme/" + submission);
            var data = JSON.readTree(went.value());
            assertThat(data.path("reason").asText()).isEqualTo("replaced");
            assertThat(data.path("replacedBy").asText()).isEqualTo(now);
            // Ids of events grow in the order in which they are sent.
            assertThat(header(came, "ce_id")).isLessThan(header(went, "ce_id"));
            assertThat(came.timestamp()).isLessThanOrEqualTo(went.timestamp());
        }
    }

    @Nested
    class Of_an_erasure {

        @Test
        void that_each_picture_is_gone() throws Exception {
            Calls.put(Calls.passport(submission)).answer();
            var id = current("idImage");
            Calls.of("DELETE", "/v3/submission?submission_id=" + submission).answer();

            var went = JSON.readTree(events.of(id, 2).getLast().value());

            assertThat(went.path("reason").asText()).isEqualTo("erasure");
            assertThat(went.path("replacedBy").isNull()).isTrue();
        }
    }

    @Nested
    class Never {

        @Test
        void a_word_about_the_person_in_the_log() {
            var log = new Lines();
            java.util.logging.Logger.getLogger("").addHandler(log);
            try {
                Calls.put(Calls.passport(submission)).answer();
                Calls.put(Calls.form(submission).text("idImage", "ann example")).answer();
                Calls.of("GET", "/v3/submission?email=ann%40example.com").answer();
                Calls.of("DELETE", "/v3/submission?submission_id=" + submission).answer();
            } finally {
                java.util.logging.Logger.getLogger("").removeHandler(log);
            }

            assertThat(log.text.toString())
                    .contains("accepted")
                    .contains("reason=not-base64")
                    .doesNotContainIgnoringCase("example.com")
                    .doesNotContainIgnoringCase("ann");
        }
    }

    private static final class Lines extends Handler {
        private final StringBuffer text = new StringBuffer();

        @Override
        public void publish(LogRecord line) {
            text.append(line.getMessage()).append('\n');
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
