package vestibule.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.image.AnswerAssert.assertThatAnswer;
import static vestibule.image.Calls.base64;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Call;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** What cannot be read is no request. */
@QuarkusTest
@QuarkusTestResource(ImageServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusingBodiesTest {

    private static final String PNG = base64(Samples.seedPng());

    @RegisterExtension final Kept kept = ImageServiceStack.kept();

    @AfterEach
    void nothing_is_kept() {
        kept.nothing();
    }

    @Nested
    class Answers_invalid_payload {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "multipart/form-data",
                    "multipart/form-data; boundary=",
                    "multipart/form-data; boundary=aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghX",
                    "multipart/mixed; boundary=----vestibule7f3a",
                    "application/x-www-form-urlencoded",
                    "image/png",
                    "application/jsonp"
                })
        void to_a_media_type_that_is_not_read(String type) {
            var body = Calls.passport(Calls.submission()).bytes();

            unparsable(Calls.of("PUT", "/Image").holding(type, body));
        }

        @Test
        void to_a_body_without_a_media_type() {
            unparsable(Calls.of("PUT", "/Image"));
        }

        static Stream<Form> brokenForms() {
            return Stream.of(
                    valid().text("idImage", PNG),
                    valid().text("submissionId", "x"),
                    valid().text("submission_id", "x"),
                    valid().text("admin", Calls.ADMIN),
                    valid().part("Content-Type: text/plain", new byte[0]),
                    valid().part(
                                    "Content-Disposition: form-data; name=\"more\"\r\n"
                                            + "Content-Type: multipart/mixed; boundary=x",
                                    new byte[0]),
                    valid().part(
                                    "Content-Disposition: form-data; name=\"selfieImage\"\r\n"
                                            + "Content-Transfer-Encoding: quoted-printable",
                                    PNG.getBytes(UTF_8)),
                    valid().part(
                                    "Content-Disposition: form-data; name=\"more\"; x=\""
                                            + "x".repeat(64 * 1024)
                                            + "\"",
                                    new byte[0]),
                    manyParts(33));
        }

        private static Form valid() {
            return Calls.passport("6xx28lo115832");
        }

        private static Form manyParts(int count) {
            var form = Form.empty();
            for (int i = 0; i < count; i++) {
                form.text("more", "x");
            }
            return form;
        }

        @ParameterizedTest
        @MethodSource("brokenForms")
        void to_a_form_that_breaks_a_rule(Form form) {
            unparsable(Calls.put(form));
        }

        @Test
        void to_a_form_without_a_byte() {
            unparsable(Calls.of("PUT", "/Image").holding(Form.empty().contentType(), new byte[0]));
        }

        @Test
        void to_a_form_that_is_cut_or_has_bare_line_feeds() {
            var form = Calls.passport(Calls.submission());
            var cut = Arrays.copyOf(form.bytes(), (int) form.length() - 10);
            var lineFeeds = new String(form.bytes(), UTF_8).replace("\r\n", "\n").getBytes(UTF_8);

            unparsable(Calls.of("PUT", "/Image").holding(form.contentType(), cut));
            unparsable(Calls.of("PUT", "/Image").holding(form.contentType(), lineFeeds));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "[]",
                    "\"x\"",
                    "{",
                    "{} x",
                    "{\"submissionId\":\"x\",\"submissionId\":\"x\"}",
                    "{\"submissionId\":\"x\",\"admin\":\"x\",\"idImage\":5}",
                    "{\"submissionId\":\"x\",\"admin\":\"x\",\"idImage\":null}",
                    "{\"submissionId\":\"x\",\"admin\":{\"a\":\"x\"}}",
                    "{\"submissionId\":\"x\",\"submission_id\":\"y\",\"admin\":\"x\"}"
                })
        void to_json_that_is_no_object_of_strings(String json) {
            unparsable(Calls.putJson(json));
        }

        @Test
        void to_json_that_is_100_000_deep_before_its_end_has_come() throws IOException {
            try (var wire = Wire.open()) {
                wire.heads("Content-Type: application/json", "Content-Length: 5000000");

                var answer = wire.talk().sayRaw("{\"a\":" + "[".repeat(100_000)).hear();

                assertThat(answer.code()).isEqualTo(400);
                assertThat(answer.body()).contains("invalid_payload");
            }
        }

        private static void unparsable(Call call) {
            assertThatAnswer(call.answer()).isUnparsable();
        }
    }
}
