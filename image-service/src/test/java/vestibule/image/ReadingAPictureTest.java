package vestibule.image;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.image.AnswerAssert.assertThatAnswer;
import static vestibule.image.Calls.base64;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** {@code GET /v3/image}. */
@QuarkusTest
@QuarkusTestResource(ImageServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingAPictureTest {

    @RegisterExtension final Kept kept = ImageServiceStack.kept();

    private static String stored() {
        var submission = Calls.submission();
        var form = Calls.passport(submission).text("selfieImage", base64(Samples.seedJpeg()));
        assertThatAnswer(Calls.put(form).answer()).isUpdated();
        return submission;
    }

    @Nested
    class Answers_200 {

        @ParameterizedTest
        @ValueSource(strings = {"GET", "HEAD"})
        void with_headers_that_keep_a_browser_from_showing_or_keeping_it(String method) {
            var path = "/v3/image/?submissionId=" + stored() + "&type=selfieImage";

            var answer = Calls.of(method, path).answer();

            assertThatAnswer(answer)
                    .hasStatus(200)
                    .hasHeader("Content-Type", "image/jpeg")
                    .hasHeader("Content-Length", "285")
                    .hasHeader(
                            "Content-Disposition", "attachment; filename*=UTF-8''selfieImage.jpg")
                    .hasHeader("X-Content-Type-Options", "nosniff")
                    .hasHeader("Cache-Control", "private, no-store")
                    .hasHeader("Repr-Digest", Digests.header(Samples.seedJpeg()));
            assertThat(answer.bytes())
                    .isEqualTo(method.equals("GET") ? Samples.seedJpeg() : new byte[0]);
        }

        @Test
        void with_the_extension_of_the_type() {
            assertThatAnswer(Calls.picture(stored(), "idImage"))
                    .hasHeader("Content-Type", "image/png")
                    .hasHeader("Content-Disposition", "attachment; filename*=UTF-8''idImage.png");
        }
    }

    @Nested
    class Refuses {

        @Test
        void an_empty_slot() {
            assertThatAnswer(Calls.picture(stored(), "addressImage"))
                    .isRefused("invalid_data", "Image does not exist.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "IDIMAGE", "idimage", "admin", "../x"})
        void a_slot_that_does_not_exist(String type) {
            assertThatAnswer(Calls.picture(stored(), type))
                    .isRefused("invalid_parameter", "invalid parameter: type");
        }

        @Test
        void a_submission_that_is_unknown_or_foreign_alike() {
            var submission = stored();
            var query = "/v3/image?type=idImage&submission_id=";

            var foreign = Calls.as(Calls.GLOBEX, "GET", query + submission).answer();
            var otherProject = Calls.as("acme-other-key", "GET", query + submission).answer();
            var unknown = Calls.of("GET", query + "6xx28lo115832").answer();

            assertThatAnswer(unknown).isRefused("invalid_submission", "Invalid submission.");
            assertThat(foreign.bytes()).isEqualTo(unknown.bytes());
            assertThat(otherProject.bytes()).isEqualTo(unknown.bytes());
            assertThatAnswer(Calls.of("GET", "/v3/image").answer())
                    .isRefused("invalid_submission", "Invalid submission.");
        }
    }
}
