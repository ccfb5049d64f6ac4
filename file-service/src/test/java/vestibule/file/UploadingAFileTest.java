package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.aFile;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UploadingAFileTest {

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    @Nested
    class Answers_201 {

        @Test
        void with_the_file_as_the_vendor_shows_it() {
            var answer =
                    Calls.upload(Form.of("idcard_front", "id_front.png", Samples.seedPng()))
                            .answer();

            assertThatAnswer(answer).isStored().hasHeader("Content-Type", "application/json");
            assertThat(answer.json().fieldNames()).toIterable().containsExactly("data");
            assertThat(answer.json().path("data")).hasSize(1);
            assertThat(Calls.fileOf(answer).fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "id", "name", "type", "size", "purpose", "url", "created_at");
            assertThat(Calls.fileOf(answer).path("name").asText()).isEqualTo("id_front.png");
            assertThat(Calls.fileOf(answer).path("type").asText()).isEqualTo("image/png");
            assertThat(Calls.fileOf(answer).path("size").intValue()).isEqualTo(70);
            assertThat(Calls.fileOf(answer).path("purpose").asText()).isEqualTo("idcard_front");
        }

        @Test
        void with_an_id_that_grows_with_time_and_says_where_the_file_is() {
            var answer = Calls.upload(Form.of("passport", aFile())).answer();

            assertThat(UUID.fromString(Calls.idOf(answer)).version()).isEqualTo(7);
            assertThat(Calls.fileOf(answer).path("url").asText())
                    .isEqualTo(Calls.pathOf(answer) + "/contents");
            assertThatAnswer(answer).hasHeader("Location", Calls.pathOf(answer));
        }

        @Test
        void with_the_time_in_whole_seconds_and_a_spelt_out_offset() {
            var answer = Calls.upload(Form.of("passport", aFile())).answer();

            var time = Calls.fileOf(answer).path("created_at").asText();
            assertThat(time).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00");
            assertThat(Duration.between(OffsetDateTime.parse(time).toInstant(), Instant.now()))
                    .isLessThan(Duration.of(1, ChronoUnit.MINUTES));
        }

        @Test
        void and_keeps_one_row_one_object_and_one_event() {
            Calls.upload(Form.of("passport", aFile())).answer();

            kept.exactly(1);
            assertThat(kept.objects().getFirst()).hasBinaryContent(Samples.seedPng());
            assertThat(kept.row("select tenant, type, size, sha256, width, height, held from file"))
                    .containsExactly(
                            "acme",
                            "image/png",
                            "70",
                            "6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0",
                            "1",
                            "1",
                            "f");
        }

        @Test
        void and_names_the_object_without_a_word_of_the_client() {
            var answer = Calls.upload(Form.of("passport", "../../jane-doe.png", Samples.seedPng()));

            var id = Calls.idOf(answer.answer());

            assertThat(kept.row("select object_key from file").getFirst())
                    .matches("file/acme/\\d{4}/\\d\\d/\\d\\d/\\d\\d/" + id);
        }
    }

    @Nested
    class Names_the_request {

        @Test
        void as_the_client_did() {
            var answer =
                    Calls.upload(Form.of("passport", aFile()))
                            .with("X-Request-Id", "order-66.A_b")
                            .answer();

            assertThatAnswer(answer).isStored().hasHeader("X-Request-Id", "order-66.A_b");
        }

        @ParameterizedTest
        @ValueSource(strings = {"with space", "a/b", "<script>", ""})
        void itself_where_the_clients_name_is_not_harmless(String sent) {
            var answer =
                    Calls.upload(Form.of("passport", aFile())).with("X-Request-Id", sent).answer();

            assertThat(UUID.fromString(answer.header("X-Request-Id").orElseThrow())).isNotNull();
        }

        @Test
        void on_refusals_too() {
            var answer = Calls.upload(Form.empty()).asNobody().with("X-Request-Id", "r1").answer();

            assertThatAnswer(answer).hasStatus(401).hasHeader("X-Request-Id", "r1");
        }
    }
}
