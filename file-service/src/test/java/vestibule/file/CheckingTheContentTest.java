package vestibule.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.named;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
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
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.ContentType;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

/** What the bytes must be, and what the client may say about them; nothing refused is kept. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckingTheContentTest {

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    private static AnswerAssert refused(String purpose, AFile file) {
        var answer = Calls.upload(Form.of(purpose, file)).answer();
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return assertThatAnswer(answer);
    }

    @Nested
    class Refuses_for_the_purpose {

        @AfterEach
        void nothing_is_kept() {
            kept.nothing();
        }

        static Stream<Arguments> refusedEverywhere() {
            var kinds =
                    Stream.concat(
                            Samples.refused().entrySet().stream(),
                            Stream.of(Map.entry(ContentType.WEBP, Samples.webp(64, 48))));
            return kinds.flatMap(
                    kind ->
                            Stream.of("other", "passport", "selfie_video", "verification_report")
                                    .map(
                                            purpose ->
                                                    Arguments.of(
                                                            kind.getKey(),
                                                            purpose,
                                                            kind.getValue())));
        }

        @ParameterizedTest(name = "{0} as {1}")
        @MethodSource("refusedEverywhere")
        void what_nobody_may_send(ContentType type, String purpose, byte[] content) {
            refused(purpose, named("scan").holding(padded(content)))
                    .isRefused(422, "file.type.not.allowed")
                    .saying(
                            "The file type %s is not allowed for purpose %s."
                                    .formatted(type.mime(), purpose));
        }

        @ParameterizedTest
        @ValueSource(strings = {"image/gif", "image/webp", "text/html", "application/zip"})
        void what_is_nothing_known(String declared) {
            refused("other", named("scan").declaredAs(declared).holding(new byte[100]))
                    .isRefused(422, "file.type.not.allowed")
                    .saying(
                            "The file type application/octet-stream is not allowed for purpose"
                                    + " other.");
        }

        @Test
        void html_that_is_declared_a_pdf() {
            refused(
                            "passport",
                            named("a.pdf")
                                    .declaredAs("application/pdf")
                                    .holding(Samples.text("<!DOCTYPE html><html></html>")))
                    .isRefused(422, "file.type.not.allowed")
                    .saying("The file type text/html is not allowed for purpose passport.");
        }

        @Test
        void a_report_that_is_a_picture() {
            refused("verification_report", named("scan"))
                    .isRefused(422, "file.type.not.allowed")
                    .saying(
                            "The file type image/png is not allowed for purpose"
                                    + " verification_report.");
        }

        @Test
        void a_report_that_is_a_json_scalar() {
            refused(
                            "verification_report",
                            named("a.json").holding("\"only a text\"   ".getBytes(UTF_8)))
                    .isRefused(422, "file.type.not.allowed");
        }

        static List<Arguments> noVideos() {
            return List.of(
                    Arguments.of("a JPEG", Samples.seedJpeg()),
                    Arguments.of("an AVIF", Samples.branded("avif", "mif1", "avif")),
                    Arguments.of("a first box alone", Samples.ftypAlone()),
                    Arguments.of("sound in MP4", Samples.soundOnly().get("mp4")),
                    Arguments.of("sound in WebM", Samples.webmOfSound()),
                    Arguments.of("M4A", Samples.soundOnly().get("m4a")));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("noVideos")
        void a_selfie_video_that_is(String what, byte[] content) {
            refused("selfie_video", named("selfie").holding(content))
                    .isRefused(422, "file.type.not.allowed");
        }

        @ParameterizedTest
        @CsvSource({"msf1, passport", "hevc, other", "hevc, passport"})
        void a_sequence_of_pictures(String brand, String purpose) {
            refused(purpose, named("live").holding(Samples.branded(brand, brand, "mif1")))
                    .isRefused(422, "file.type.not.allowed");
        }
    }

    @Nested
    class Refuses_a_contradiction {

        private static final String TITLE =
                "The file type %s contradicts the declared type or the file extension.";

        @AfterEach
        void nothing_is_kept() {
            kept.nothing();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"image/png", "image/jpeg, text/html", "text/html", "application/pdf"})
        void of_the_declared_type_to_a_jpeg(String declared) {
            refused("passport", named("scan").declaredAs(declared).holding(Samples.seedJpeg()))
                    .isRefused(422, "file.type.not.allowed")
                    .saying(TITLE.formatted("image/jpeg"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a.png", "a.php", "a.PHP", "a.pdf", "a.heic", "a.mp4", "a.html"})
        void of_the_extension_to_a_jpeg(String name) {
            refused("passport", named(name).holding(Samples.seedJpeg()))
                    .isRefused(422, "file.type.not.allowed")
                    .saying(TITLE.formatted("image/jpeg"));
        }

        @Test
        void of_the_extension_to_a_pdf() {
            refused("passport", named("a.jpg").holding(Samples.pdf()))
                    .isRefused(422, "file.type.not.allowed")
                    .saying(TITLE.formatted("application/pdf"));
        }

        @Test
        void of_a_pdf_to_json() {
            refused(
                            "verification_report",
                            named("report").declaredAs("application/json").holding(Samples.pdf()))
                    .isRefused(422, "file.type.not.allowed")
                    .saying(TITLE.formatted("application/pdf"));
        }
    }

    @Nested
    class Refuses_damage {

        @AfterEach
        void nothing_is_kept() {
            kept.nothing();
        }

        static List<Arguments> damaged() {
            var png = Samples.png(30, 20);
            png[29] ^= 1;
            return List.of(
                    Arguments.of("a JPEG cut in its header", cut(Samples.seedJpeg(), 40)),
                    Arguments.of("a PNG cut in its header", cut(Samples.seedPng(), 28)),
                    Arguments.of("a PNG with a wrong checksum", png),
                    Arguments.of("a PDF cut in its header", cut(Samples.pdf(), 20)));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("damaged")
        void of(String what, byte[] content) {
            refused("passport", named("scan").holding(content))
                    .isRefused(422, "file.content.invalid")
                    .saying("The file content is damaged or incomplete.");
        }

        @Test
        void of_a_truncated_report() {
            refused(
                            "verification_report",
                            named("a.json").holding("{\"result\":\"approved\"".getBytes(UTF_8)))
                    .isRefused(422, "file.content.invalid");
        }

        @Test
        void of_a_report_that_nests_a_hundred_thousand_deep() {
            refused(
                            "verification_report",
                            named("a.json").holding("[".repeat(100_000).getBytes(UTF_8)))
                    .isRefused(422, "file.content.invalid");
        }
    }

    @Nested
    class Refuses_a_flood_of_pixels {

        static List<Arguments> floods() {
            return List.of(
                    Arguments.of("JPEG", Samples.jpeg(64_250, 64_250)),
                    Arguments.of("HEIC", Samples.heicGrid(20_000, 10_000)),
                    Arguments.of("BMP", Samples.bmp(3_000_000, 2_000_000)),
                    Arguments.of("PNG", pngOfSide(30_001)));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("floods")
        void by_its_header(String what, byte[] content) {
            refused("passport", named("scan").holding(content))
                    .isRefused(422, "file.dimensions.too.large")
                    .saying("The image dimensions are too large.");
            kept.nothing();
        }

        @Test
        void but_takes_the_last_that_fits() {
            var form = Form.of("passport", named("scan").holding(Samples.jpeg(10_000, 10_000)));

            assertThatAnswer(Calls.upload(form).answer()).isStored();
        }

        private static byte[] pngOfSide(int width) {
            return Samples.png(width, 1);
        }
    }

    /** Long enough for the size rule; bytes after the end harm none of these. */
    private static byte[] padded(byte[] content) {
        return content.length >= 15
                ? content
                : new Bytes().raw(content).zeros(15L - content.length).toArray();
    }

    private static byte[] cut(byte[] content, int length) {
        return Arrays.copyOf(content, length);
    }
}
