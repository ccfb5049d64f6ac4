package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.anUpload;
import static vestibule.ddq.Upload.ofIdFront;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UploadingDocumentsTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    @Nested
    class Answers_202 {

        @Test
        void as_the_vendor_shows_it() {
            var answer = ofIdFront().answer();

            assertThatAnswer(answer).isAccepted().hasHeader("Content-Type", "application/json");
            assertThat(answer.text()).isEqualTo("{\"message\":\"Files uploaded successfully\"}");
        }

        @Test
        void with_the_ids_in_the_order_of_the_files_and_where_they_are_listed() {
            var answer =
                    anUpload()
                            .file("id_front.png", "ID")
                            .file("por.pdf", "PoR", Samples.pdf())
                            .answer();

            var ids = Calls.idsOf(answer);
            assertThat(ids).hasSize(2).doesNotHaveDuplicates();
            assertThat(UUID.fromString(ids.getFirst()).version()).isEqualTo(7);
            assertThat(kept.row("select file_name from document where id = '" + ids.get(1) + "'"))
                    .containsExactly("por.pdf");
            assertThatAnswer(answer)
                    .hasHeader("Location", "/v1/enterprise/ddq/documents?user_id=client-1");
        }

        @Test
        void and_keeps_a_row_an_object_and_an_event_of_each() {
            anUpload().file("a.png", "ID").file("b.jpg", "PoR", Samples.seedJpeg()).answer();

            kept.exactly(2);
            assertThat(
                            kept.row(
                                    "select tenant, subject_id, file_name, vendor_type, media_type,"
                                            + " size, width, held, ddq_id, ddq_matched from document"
                                            + " order by id"))
                    .containsExactly(
                            "acme",
                            "client-1",
                            "a.png",
                            "ID",
                            "image/png",
                            "70",
                            "1",
                            "f",
                            null,
                            "f");
        }

        @Test
        void and_names_the_objects_without_a_word_of_the_client() {
            var answer = anUpload().file("jane-doe.png", "ID").answer();

            assertThat(kept.row("select object_key from document").getFirst())
                    .matches("ddq/acme/\\d{4}/\\d\\d/\\d\\d/\\d\\d/" + Calls.idsOf(answer).get(0));
            assertThat(kept.objects().getFirst()).hasBinaryContent(Samples.seedPng());
        }
    }
}
