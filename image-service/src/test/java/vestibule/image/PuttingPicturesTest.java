package vestibule.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.image.AnswerAssert.assertThatAnswer;
import static vestibule.image.Calls.base64;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** What real clients send, and what is kept of it. */
@QuarkusTest
@QuarkusTestResource(ImageServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PuttingPicturesTest {

    private static final String FRONT = base64(Samples.seedPng());

    @RegisterExtension final Kept kept = ImageServiceStack.kept();

    @Nested
    class Answers_200 {

        @ParameterizedTest
        @ValueSource(strings = {"/Image", "/v3/submission/image"})
        void and_keeps_a_row_an_object_and_an_event(String path) {
            var submission = Calls.submission();

            var answer = Calls.of("PUT", path).holding(Calls.passport(submission)).answer();

            assertThatAnswer(answer).isUpdated().hasNoHeader("Idempotent-Replayed");
            kept.exactly(1);
            assertThat(kept.objects().getFirst()).hasBinaryContent(Samples.seedPng());
            assertThat(
                            kept.row(
                                    "select tenant, subject_id, vendor_type, media_type, size,"
                                            + " sha256, width, height, held from picture"))
                    .containsExactly(
                            "acme",
                            submission,
                            "idImage",
                            "image/png",
                            "70",
                            "6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0",
                            "1",
                            "1",
                            "f");
        }

        @ParameterizedTest
        @ValueSource(strings = {"selfieImage", "addressImage"})
        void to_a_picture_that_shows_no_id_without_a_type_of_one(String slot) {
            var form =
                    Form.empty()
                            .text("submissionId", Calls.submission())
                            .text("admin", Calls.ADMIN)
                            .text(slot, FRONT);

            assertThatAnswer(Calls.put(form).answer()).isUpdated();
            assertThatAnswer(Calls.put(form.text("idType", " ")).answer()).isUpdated();
        }

        @Test
        void to_four_pictures_at_once() {
            var submission = Calls.submission();
            var form =
                    Calls.passport(submission)
                            .text("idBackImage", base64(Samples.jpeg(30, 20)))
                            .text("selfieImage", base64(Samples.seedJpeg()))
                            .text("addressImage", base64(Samples.png(4, 4)));

            assertThatAnswer(Calls.put(form).answer()).isUpdated();

            kept.exactly(4);
            assertThat(Calls.picture(submission, "idImage").bytes()).isEqualTo(Samples.seedPng());
            assertThat(Calls.picture(submission, "idBackImage").bytes())
                    .isEqualTo(Samples.jpeg(30, 20));
            assertThat(Calls.picture(submission, "selfieImage").bytes())
                    .isEqualTo(Samples.seedJpeg());
            assertThat(Calls.picture(submission, "addressImage").bytes())
                    .isEqualTo(Samples.png(4, 4));
        }
    }

    /** Each row is one kind of client; the value is the part or body that it sends. */
    @Nested
    class Understands {

        static Stream<Form> forms() {
            var png = Samples.seedPng();
            var text = FRONT.getBytes(US_ASCII);
            var file = "Content-Disposition: form-data; name=\"idImage\"; filename=\"%s\"";
            var octets = file + "\r\nContent-Type: application/octet-stream";
            return Stream.of(
                    Form.empty().text("idImage", FRONT),
                    Form.empty().text("idImage", FRONT + "\n"),
                    Form.empty().text("idImage", wrapped(64, "\n")),
                    Form.empty().text("idImage", wrapped(76, "\r\n")),
                    Form.empty().text("idImage", " \t" + FRONT + " "),
                    Form.empty().text("idImage", FRONT.replace("=", "")),
                    Form.empty().text("idImage", Base64.getUrlEncoder().encodeToString(png)),
                    Form.empty().text("idImage", "data:image/png;base64," + FRONT),
                    Form.empty().text("idImage", "DATA:image/png;name=x;BASE64," + FRONT),
                    Form.empty().text("idImage", "data:text/plain;base64," + FRONT),
                    Form.empty().text("idImage", "data:;base64," + FRONT),
                    Form.empty().part(octets.formatted("front.b64"), text),
                    Form.empty().part(file.formatted("front.txt"), text),
                    Form.empty().part(octets.formatted("front.png"), png),
                    Form.empty().part(file.formatted("FRONT.PNG"), png),
                    Form.empty().part(file.formatted("front.data"), png),
                    Form.empty().part(file.formatted("x") + "\r\nContent-Type: image/x-png", png),
                    Form.empty().part(file.formatted("x") + "\r\nContent-Type: image/*", png),
                    Form.empty().part(file.formatted("x") + "\r\nContent-Type: image/jpeg", text),
                    Form.empty()
                            .part(
                                    "Content-Disposition: form-data; name=\"idImage\"\r\n"
                                            + "Content-Type: text/plain; charset=us-ascii\r\n"
                                            + "Content-Transfer-Encoding: base64",
                                    text));
        }

        private static String wrapped(int width, String lineBreak) {
            return Base64.getMimeEncoder(width, lineBreak.getBytes(US_ASCII))
                    .encodeToString(Samples.seedPng());
        }

        @ParameterizedTest
        @MethodSource("forms")
        void the_same_picture_however_it_is_written(Form picture) {
            var submission = Calls.submission();
            var form =
                    picture.text("submission_id", submission)
                            .text("idType", " passport\r\n")
                            .text("admin", " KYC.ops@Example.com ")
                            .text("more", "ignored");

            assertThatAnswer(Calls.put(form).answer()).isUpdated();

            assertThat(Calls.picture(submission, "idImage").bytes()).isEqualTo(Samples.seedPng());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"submissionId\":\"%s\",\"admin\":\"kyc.ops@example.com\",\"addressImage\":\"%s\"}",
                    " {\"x\":[1,{\"admin\":2}],\"addressImage\":\"data:image\\/png;base64,%2$s\",\"y\":{\"idImage\":1},"
                            + "\"admin\":\"kyc.ops@example.com\\n\",\"submission_id\":\"%1$s\",\"selfieImage\":\"\"}\n"
                })
        void a_json_object(String json) {
            var submission = Calls.submission();

            var answer = Calls.putJson(json.formatted(submission, FRONT)).answer();

            assertThatAnswer(answer).isUpdated();
            kept.exactly(1);
            assertThat(Calls.picture(submission, "addressImage").bytes())
                    .isEqualTo(Samples.seedPng());
        }
    }
}
