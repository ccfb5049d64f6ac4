package vestibule.ddq;

import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.anUpload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Kept;
import vestibule.validation.ContentType;
import vestibule.validation.samples.Samples;

/** What the bytes must be, and what the client may say about them. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckingTheContentTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    private void refused(String type, Upload upload) {
        assertThatAnswer(upload.answer())
                .isRefused("File mime type " + type + " is not allowed, invalid at file a.png");
        kept.nothing();
    }

    private static Upload file(String name, byte[] content) {
        return anUpload().file(name, "PoR", content);
    }

    @Nested
    class Accepts {

        static Stream<Upload> accepted() {
            return Stream.of(
                    file("a.jpg", Samples.seedJpeg()),
                    file("a.JPEG", Samples.jpeg(2000, 1000)).declaredAs("image/jpg"),
                    file("a.jpg", Samples.seedJpeg()).declaredAs("image/pjpeg"),
                    file("a.png", Samples.seedPng()).declaredAs("IMAGE/PNG; x=y"),
                    file("a.png", Samples.seedPng()).declaredAs("image/x-png"),
                    file("a.png", Samples.seedPng()).declaredAs("application/octet-stream"),
                    file("a.png", Samples.seedPng()).declaredAs("binary/octet-stream"),
                    file("a.png", Samples.seedPng()).declaredAs(""),
                    file("a.pdf", Samples.pdf()).declaredAs("application/x-pdf"),
                    file("a.PDF", Samples.encryptedPdf()),
                    file("a.pdf", Samples.pdfWithJavaScript()),
                    file("photo.php.jpg", Samples.seedJpeg()));
        }

        @ParameterizedTest
        @MethodSource("accepted")
        void the_three_types_however_they_are_called(Upload upload) {
            assertThatAnswer(upload.answer()).isAccepted();
            kept.exactly(1);
        }

        @ParameterizedTest
        @CsvSource({"30000, 3333", "1, 30000", "10000, 10000"})
        void a_picture_up_to_its_bounds(int width, int height) {
            assertThatAnswer(file("a.png", Samples.png(width, height)).answer()).isAccepted();
        }
    }

    @Nested
    class Refuses_what_is_declared {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "text/html | text/html",
                    "image/gif | image/gif",
                    "IMAGE/GIF; a=b | image/gif",
                    "image/png, image/jpeg | image/png, image/jpeg",
                    "image/* | image/*",
                    "image/bmp | image/bmp",
                    "png | png"
                })
        void as_something_else(String declared, String type) {
            refused(type, file("a.png", Samples.seedPng()).declaredAs(declared));
        }

        @Test
        void whatever_it_is() {
            refused("text/html", file("a.png", Samples.text("GIF89a")).declaredAs("text/html"));
        }

        @Test
        void and_echoes_255_characters_of_it_at_most() {
            refused(
                    "x/" + "y".repeat(253),
                    file("a.png", Samples.seedPng()).declaredAs("x/" + "y".repeat(300)));
        }
    }

    @Nested
    class Refuses_what_is_found {

        static Stream<Arguments> named() {
            var told =
                    List.of(
                            ContentType.GIF,
                            ContentType.TIFF,
                            ContentType.AVIF,
                            ContentType.SVG,
                            ContentType.HTML,
                            ContentType.XML,
                            ContentType.PHP,
                            ContentType.POSTSCRIPT,
                            ContentType.ZIP,
                            ContentType.DOS_EXECUTABLE,
                            ContentType.ELF);
            var refused =
                    Samples.refused().entrySet().stream()
                            .map(
                                    sample ->
                                            Arguments.of(
                                                    told.contains(sample.getKey())
                                                            ? sample.getKey().mime()
                                                            : "application/octet-stream",
                                                    sample.getValue()));
            var others =
                    Stream.of(
                            Arguments.of("image/webp", Samples.webp(1, 1)),
                            Arguments.of("image/bmp", Samples.bmp(1, 1)),
                            Arguments.of("image/heic", Samples.heic(1, 1)),
                            Arguments.of("image/heif", Samples.heif(1, 1)),
                            Arguments.of("application/json", Samples.json()),
                            Arguments.of("video/mp4", Samples.mp4(10)),
                            Arguments.of("video/quicktime", Samples.quickTime()),
                            Arguments.of("video/webm", Samples.webm()),
                            Arguments.of("application/octet-stream", Samples.text("a text")),
                            Arguments.of("application/octet-stream", new byte[0]));
            return Stream.concat(refused, others);
        }

        @ParameterizedTest
        @MethodSource("named")
        void by_a_name_of_the_list(String type, byte[] content) {
            refused(type, file("a.png", content));
            refused(type, file("a.png", content).declaredAs("image/png"));
        }

        static Stream<byte[]> damaged() {
            var png = Samples.seedPng();
            png[png.length - 20] ^= 1;
            return Stream.of(
                    png,
                    Arrays.copyOf(Samples.seedPng(), 40),
                    Arrays.copyOf(Samples.seedJpeg(), 10),
                    Samples.text("%PDF-1.4 and text only"),
                    Arrays.copyOf(Samples.pdf(), 40));
        }

        @ParameterizedTest
        @MethodSource("damaged")
        void as_bytes_where_it_is_damaged(byte[] content) {
            refused("application/octet-stream", file("a.png", content));
        }
    }

    @Nested
    class Refuses_a_contradiction {

        @ParameterizedTest
        @CsvSource({
            "a.pdf, application/pdf",
            "a.pdf, ''",
            "a.jpg, application/pdf",
            "a.png, image/jpeg"
        })
        void by_what_is_found(String name, String declared) {
            var upload = file(name, Samples.seedJpeg()).declaredAs(declared);

            assertThatAnswer(upload.answer())
                    .isRefused("File mime type image/jpeg is not allowed, invalid at file " + name);
            kept.nothing();
        }

        @ParameterizedTest
        @ValueSource(strings = {"application/pdf", "", "application/octet-stream"})
        void of_an_extension_too(String declared) {
            refused("application/pdf", file("a.png", Samples.pdf()).declaredAs(declared));
        }
    }

    @Nested
    class Refuses_dimensions {

        @ParameterizedTest
        @CsvSource({"30001, 1", "1, 30001", "10001, 10000", "64250, 64250"})
        void beyond_the_bounds(int width, int height) {
            var upload = file("a.jpg", Samples.jpeg(width, height));

            assertThatAnswer(upload.answer())
                    .isRefused("Image dimensions are not allowed, invalid at file a.jpg");
            kept.nothing();
        }
    }

    @Nested
    class Refuses_a_set {

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3})
        void for_one_bad_file_anywhere(int bad) {
            var upload = anUpload();
            for (int i = 0; i < 4; i++) {
                upload.file(i + ".png", "ID", i == bad ? Samples.pdf() : Samples.seedPng());
            }

            assertThatAnswer(upload.answer())
                    .isRefused(
                            "File mime type application/pdf is not allowed, invalid at file "
                                    + bad
                                    + ".png");
            kept.nothing();
        }
    }
}
