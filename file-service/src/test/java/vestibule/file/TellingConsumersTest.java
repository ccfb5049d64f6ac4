package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.aFile;
import static vestibule.intake.client.Events.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vestibule.intake.client.AFile;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Events;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** What consumers read in Kafka of files that came and went. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TellingConsumersTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static Events events;

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    @BeforeAll
    static void read() {
        events = new Events();
    }

    @AfterAll
    static void stopReading() {
        events.close();
    }

    private static JsonNode received(Answer stored) throws Exception {
        return JSON.readTree(events.of(Calls.idOf(stored), 1).getFirst().value());
    }

    @Nested
    class Of_a_stored_file {

        @Test
        void exactly_one_event_that_the_published_schema_describes() {
            var stored = Calls.upload(Form.of("passport", aFile())).answer();

            var event = events.of(Calls.idOf(stored), 1).getFirst();

            assertThat(event.topic()).isEqualTo("document-received");
            assertThat(event.key()).isEqualTo("acme/" + Calls.idOf(stored));
            assertThat(kept.events()).isEqualTo(1);
        }

        @Test
        void headers_that_say_the_same_to_every_cloud_events_reader() {
            var stored =
                    Calls.upload(Form.of("passport", aFile()))
                            .with(
                                    "traceparent",
                                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                            .answer();

            var event = events.of(Calls.idOf(stored), 1).getFirst();

            assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
            assertThat(UUID.fromString(header(event, "ce_id")).version()).isEqualTo(7);
            assertThat(header(event, "ce_type")).isEqualTo("vestibule.document-received.v1");
            assertThat(header(event, "ce_source")).isEqualTo("/vestibule/file-service");
            assertThat(header(event, "ce_subject")).isEqualTo(Calls.idOf(stored));
            assertThat(Instant.parse(header(event, "ce_time"))).isBefore(Instant.now());
            assertThat(header(event, "ce_dataschema"))
                    .isEqualTo("urn:vestibule:schema:document-received:v1");
            assertThat(header(event, "ce_partitionkey")).isEqualTo(event.key());
            assertThat(header(event, "ce_dataref"))
                    .isEqualTo("s3://vestibule/" + kept.row("select object_key from file").get(0));
            assertThat(header(event, "ce_dataclassification")).isEqualTo("personal-data");
            assertThat(header(event, "traceparent"))
                    .matches("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01");
            assertThat(header(event, "content-type")).isEqualTo("application/json");
            assertThat(kept.row("select event_id from file"))
                    .containsExactly(header(event, "ce_id"));
        }

        @Test
        void what_the_answer_says_and_where_the_object_is() throws Exception {
            var stored =
                    Calls.upload(
                                    Form.of(
                                            "idcard_front",
                                            AFile.named("jane-doe.jpg")
                                                    .holding(Samples.jpeg(1280, 960))))
                            .answer();

            var data = received(stored);

            assertThat(data)
                    .isEqualTo(
                            JSON.readTree(
                                    """
                                    {"documentId": "%1$s", "service": "file", "tenantId": "acme",
                                     "subject": {"kind": "none", "id": null}, "batchId": "%1$s",
                                     "document": {"category": "identity", "type": "identity_card",
                                                  "side": "front", "vendorType": "idcard_front"},
                                     "content": {"mediaType": "image/jpeg", "sizeBytes": 287,
                                                 "sha256": "%2$s"},
                                     "facts": {"widthPx": 1280, "heightPx": 960, "pages": null,
                                               "encrypted": false, "activeContent": false,
                                               "scan": "clean"},
                                     "vendor": {},
                                     "object": {"bucket": "vestibule", "key": "%3$s",
                                                "versionId": null},
                                     "receivedAt": "%4$s"}
                                    """
                                            .formatted(
                                                    Calls.idOf(stored),
                                                    Digests.hex(Samples.jpeg(1280, 960)),
                                                    kept.row("select object_key from file").get(0),
                                                    data.path("receivedAt").asText())));
        }

        @Test
        void the_facts_of_a_pdf() throws Exception {
            var form = Form.of("proof_of_address", aFile().holding(Samples.pdfWithJavaScript()));

            var facts = received(Calls.upload(form).answer()).path("facts");

            assertThat(facts.path("encrypted").booleanValue()).isFalse();
            assertThat(facts.path("activeContent").booleanValue()).isTrue();
            assertThat(facts.path("widthPx").isNull()).isTrue();
        }

        @Test
        void the_type_of_the_bytes_however_the_client_spells_it() throws Exception {
            var bmp = aFile().declaredAs("image/x-ms-bmp").holding(Samples.bmp(1, 1));

            var data = received(Calls.upload(Form.of("passport", bmp)).answer());

            assertThat(data.path("content").path("mediaType").asText()).isEqualTo("image/bmp");
        }
    }

    @Nested
    class Of_every_purpose {

        @ParameterizedTest
        @CsvSource({
            "verification_report, report, verification_report, none",
            "idcard_both_sides, identity, identity_card, both",
            "idcard_front, identity, identity_card, front",
            "idcard_back, identity, identity_card, back",
            "paper_id, identity, paper_id, none",
            "passport, identity, passport, none",
            "driving_licence, identity, driving_licence, none",
            "residence_permit, identity, residence_permit, none",
            "selfie_video, selfie, selfie_video, none",
            "proof_of_address, address, proof_of_address, none",
            "other, other, unspecified, none"
        })
        void the_word_of_the_common_vocabulary(
                String purpose, String category, String type, String side) throws Exception {
            var content = purpose.equals("selfie_video") ? Samples.mp4(100) : Samples.pdf();
            var stored = Calls.upload(Form.of(purpose, aFile().holding(content))).answer();

            var document = received(stored).path("document");

            assertThat(document.path("vendorType").asText()).isEqualTo(purpose);
            assertThat(document.path("category").asText()).isEqualTo(category);
            assertThat(document.path("type").asText()).isEqualTo(type);
            assertThat(document.path("side").asText()).isEqualTo(side);
        }
    }

    @Nested
    class Of_a_deleted_file {

        @Test
        void a_second_event_after_the_first_on_the_same_key() throws Exception {
            var stored = Calls.upload(Form.of("passport", aFile())).answer();
            Calls.delete(Calls.pathOf(stored)).answer();

            var told = events.of(Calls.idOf(stored), 2);

            var deleted = told.getLast();
            assertThat(told.getFirst().topic()).isEqualTo("document-received");
            assertThat(deleted.topic()).isEqualTo("document-deleted");
            assertThat(deleted.key()).isEqualTo("acme/" + Calls.idOf(stored));
            assertThat(deleted.partition()).isEqualTo(told.getFirst().partition());
            assertThat(header(deleted, "ce_type")).isEqualTo("vestibule.document-deleted.v1");
            assertThat(header(deleted, "ce_subject")).isEqualTo(Calls.idOf(stored));
            var data = JSON.readTree(deleted.value());
            assertThat(data.path("documentId").asText()).isEqualTo(Calls.idOf(stored));
            assertThat(data.path("reason").asText()).isEqualTo("client-request");
            assertThat(data.path("replacedBy").isNull()).isTrue();
            assertThat(deleted.timestamp()).isGreaterThanOrEqualTo(told.getFirst().timestamp());
        }
    }

    @Nested
    class Of_a_refused_file {

        @Test
        void nothing() {
            assertThatAnswer(Calls.upload(Form.of("selfie", aFile())).answer()).hasStatus(422);

            kept.nothing();
        }
    }
}
