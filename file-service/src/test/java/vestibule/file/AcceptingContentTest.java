package vestibule.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.aFile;
import static vestibule.intake.client.AFile.named;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.AFile;
import vestibule.intake.client.Call;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

/** What each purpose takes, and what real clients send that must not matter. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AcceptingContentTest {

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    private static void isStoredAs(String type, Call call) {
        var answer = call.answer();
        assertThatAnswer(answer).isStored();
        assertThat(Calls.fileOf(answer).path("type").asText()).isEqualTo(type);
    }

    private static void isStoredAs(String type, String purpose, AFile file) {
        isStoredAs(type, Calls.upload(Form.of(purpose, file)));
    }

    @Nested
    class Every_purpose_takes_its_types {

        private static final List<String> DOCUMENTS =
                List.of(
                        "idcard_both_sides",
                        "idcard_front",
                        "idcard_back",
                        "paper_id",
                        "passport",
                        "driving_licence",
                        "residence_permit",
                        "proof_of_address",
                        "other");

        static Stream<Arguments> documents() {
            var kinds =
                    Map.of(
                            "image/bmp", Samples.bmp(1, 1),
                            "image/jpeg", Samples.seedJpeg(),
                            "image/png", Samples.seedPng(),
                            "image/heic", Samples.heic(64, 48),
                            "image/heif", Samples.heif(64, 48),
                            "application/pdf", Samples.pdf());
            return DOCUMENTS.stream()
                    .flatMap(
                            purpose ->
                                    kinds.entrySet().stream()
                                            .map(
                                                    kind ->
                                                            Arguments.of(
                                                                    purpose,
                                                                    kind.getKey(),
                                                                    kind.getValue())));
        }

        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource("documents")
        void of_a_document(String purpose, String type, byte[] content) {
            isStoredAs(type, purpose, aFile().holding(content));
        }

        static Stream<Arguments> videos() {
            return Samples.videos().entrySet().stream()
                    .flatMap(
                            kind ->
                                    Stream.of("selfie_video", "other")
                                            .map(
                                                    purpose ->
                                                            Arguments.of(
                                                                    purpose,
                                                                    kind.getKey().mime(),
                                                                    kind.getValue())));
        }

        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource("videos")
        void of_a_video(String purpose, String type, byte[] content) {
            isStoredAs(type, purpose, aFile().holding(content));
        }

        @Test
        void of_a_report() {
            isStoredAs("application/pdf", "verification_report", aFile().holding(Samples.pdf()));
            isStoredAs("application/json", "verification_report", aFile().holding(Samples.json()));
        }

        @Test
        void and_other_takes_a_sequence_of_heif_pictures() {
            isStoredAs(
                    "image/heif-sequence",
                    "other",
                    aFile().holding(Samples.branded("msf1", "msf1", "mif1")));
        }
    }

    @Nested
    class What_is_odd_but_sound_is_taken {

        static List<Arguments> oddities() {
            return List.of(
                    Arguments.of("an encrypted PDF", Samples.encryptedPdf(), "t", "f"),
                    Arguments.of("a PDF with script", Samples.pdfWithJavaScript(), "f", "t"),
                    Arguments.of(
                            "a JPEG with bytes after its end",
                            new Bytes().raw(Samples.jpeg(8, 8)).zeros(99).toArray(),
                            "f",
                            "f"));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("oddities")
        void and_flagged(String what, byte[] content, String encrypted, String activeContent) {
            assertThatAnswer(Calls.upload(Form.of("passport", aFile().holding(content))).answer())
                    .isStored();

            assertThat(kept.row("select encrypted, active_content from file"))
                    .containsExactly(encrypted, activeContent);
        }
    }

    @Nested
    class The_declared_type_does_not_matter {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/octet-stream",
                    "binary/octet-stream",
                    "",
                    "image/jpeg",
                    "IMAGE/JPEG; charset=binary",
                    "image/jpg",
                    "image/pjpeg"
                })
        void where_it_says_nothing_or_the_same_of_a_jpeg(String declared) {
            isStoredAs(
                    "image/jpeg",
                    "passport",
                    aFile().declaredAs(declared).holding(Samples.seedJpeg()));
        }

        @ParameterizedTest
        @CsvSource({
            "image/bmp, image/bmp",
            "image/x-ms-bmp, image/x-ms-bmp",
            "image/x-bmp, image/x-bmp",
            "application/octet-stream, image/bmp"
        })
        void but_a_bmp_is_called_as_the_client_calls_it(String declared, String answered) {
            isStoredAs(
                    answered,
                    "passport",
                    named("a.bmp").declaredAs(declared).holding(Samples.bmp(1, 1)));
        }

        @Test
        void between_heic_and_heif() {
            isStoredAs(
                    "image/heic",
                    "passport",
                    named("a.heif").declaredAs("image/heif").holding(Samples.heic(64, 48)));
        }

        @Test
        void between_videos() {
            isStoredAs(
                    "video/quicktime",
                    "selfie_video",
                    named("a.mp4").declaredAs("video/mp4").holding(Samples.quickTime()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"image/x-png", "image/png;name=x"})
        void in_other_words_for_a_png(String declared) {
            isStoredAs("image/png", "passport", named("a.PNG").declaredAs(declared));
        }
    }

    @Nested
    class Real_clients_are_understood {

        @Test
        void curl() {
            isStoredAs(
                    "image/heic",
                    "passport",
                    named("café \"%22\" .heic".replace("\"", ""))
                            .declaredAs("application/octet-stream")
                            .holding(Samples.heic(64, 48)));
        }

        @Test
        void openai_and_undici_chunked_with_the_file_first() {
            var form =
                    Form.empty()
                            .file(named("blob").declaredAs("application/octet-stream"))
                            .text("purpose", "passport");

            isStoredAs("image/png", Calls.upload().chunked(form));
        }

        @Test
        void stripe_with_its_transfer_encoding() {
            isStoredAs("image/png", "passport", aFile().with("Content-Transfer-Encoding: binary"));
        }

        @Test
        void those_with_preamble_epilogue_and_fields_of_their_own() {
            var form =
                    Form.of("passport", aFile())
                            .text("user_id", "42")
                            .text("", "")
                            .after("This is a form.\r\n")
                            .before("\r\nthat was it");

            isStoredAs("image/png", Calls.upload(form));
        }

        @Test
        void those_that_write_headers_in_capitals_and_boundaries_bare_or_quoted() {
            for (var boundary : List.of("B", "\"B\"")) {
                var body =
                        "--B\r\nCONTENT-DISPOSITION: FORM-DATA; NAME=\"purpose\"\r\n\r\n"
                                + "verification_report\r\n"
                                + "--B\r\ncontent-disposition: form-data; name=file;"
                                + " filename=a.json\r\n\r\n{\"result\":\"approved\"}\r\n--B--";
                var type = "Multipart/Form-Data; Boundary=" + boundary;

                isStoredAs("application/json", Calls.upload().holding(type, body.getBytes(UTF_8)));
            }
        }

        @Test
        void those_that_name_the_purpose_part_like_a_file() {
            var form =
                    Form.empty()
                            .part(
                                    "Content-Disposition: form-data; name=\"purpose\";"
                                            + " filename=\"p.txt\"",
                                    "passport".getBytes(UTF_8))
                            .file(aFile());

            isStoredAs("image/png", Calls.upload(form));
        }

        @Test
        void those_that_promise_digests() {
            var form =
                    Form.of(
                            "passport",
                            aFile().with("Content-Digest: " + Digests.header(Samples.seedPng())));

            isStoredAs(
                    "image/png",
                    Calls.upload(form)
                            .with("Content-Digest", Digests.header(form.bytes()))
                            .with("Repr-Digest", "md5=:AAAA:"));
        }
    }
}
