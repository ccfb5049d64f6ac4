package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.document.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.AFile;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.ContentType;
import vestibule.validation.samples.Samples;

/** {@code POST /api/v2/my/documents} with something wrong: nothing is kept. */
@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusingADocumentTest {

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    private static final String TYPES =
            "file: The file must be of type: image/jpeg, image/png, image/heic, image/heif,"
                    + " application/pdf.";
    private static final String CONTRADICTS =
            "file: The declared type or the file extension contradicts the file content.";
    private static final String NOT_BASE64 = "file: The file is not valid Base64.";
    private static final String REQUIRED = "file: The file field is required.";
    private static final String INTEGER = "typeId: The typeId must be an integer.";

    @AfterEach
    void nothing_is_kept() {
        kept.nothing();
        assertThat(kept.number("select count(*) from awaited_document")).isZero();
    }

    private static Answer add(byte[] content, String name) {
        return Calls.add(Calls.form(AFile.named(name).holding(content))).answer();
    }

    @Nested
    class The_file {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"typeId\":1} | The file field is required.",
                    "{\"typeId\":1,\"file\":null} | The file field is required.",
                    "{\"typeId\":1,\"file\":\"\"} | The file field is required.",
                    "{\"typeId\":1,\"file\":\"data:;base64,\"} | The file field is required.",
                    "{\"typeId\":1,\"file\":7} | The file must be a string or an uploaded file.",
                    "{\"typeId\":1,\"file\":{}} | The file must be a string or an uploaded file.",
                    "{\"typeId\":1,\"file\":[\"a\"]} | The file must be a string or an uploaded file.",
                    "{\"typeId\":1,\"file\":true} | The file must be a string or an uploaded file."
                })
        void that_is_missing_or_no_text(String json, String issue) {
            assertThatAnswer(Calls.add(json).answer()).isInvalid("file: " + issue);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "data:image/png,raw",
                    "data:;base64,%%%",
                    "data:",
                    "data:image/png;base64",
                    "data:;base64,AAAAA",
                    "data:;base64,AA=A",
                    "data:;base64,AA A",
                    "data:;base64,AAAé"
                })
        void that_is_a_data_URI_without_sound_Base64(String file) {
            assertThatAnswer(Calls.add(Calls.json(file)).answer()).isInvalid(NOT_BASE64);
        }

        @Test
        void whose_data_URI_says_another_type() {
            var file = "data:text/html;base64," + Calls.png();

            assertThatAnswer(Calls.add(Calls.json(file)).answer()).isInvalid(CONTRADICTS);
        }

        @ParameterizedTest
        @MethodSource("vestibule.document.RefusingADocumentTest#foreign")
        void whose_type_is_not_taken(byte[] content) {
            assertThatAnswer(add(content, "x")).isInvalid(TYPES);
            assertThatAnswer(Calls.add(Calls.json(Calls.base64(content))).answer())
                    .isInvalid(TYPES);
        }

        @Test
        void whose_type_is_not_taken_for_this_document() {
            var form = Form.empty().text("typeId", "7").file("x", Samples.jpeg(1, 1));

            assertThatAnswer(Calls.add(form).as(Calls.GLOBEX).answer())
                    .isInvalid("file: The file must be of type: image/png, application/pdf.");
        }

        @Test
        void whose_bytes_nobody_knows() {
            assertThatAnswer(add(new byte[100], "x")).isInvalid(TYPES);
        }

        @ParameterizedTest
        @CsvSource({"a.png, ''", "a.html, ''", "a, image/jpeg", "a, 'text/plain'"})
        void whose_name_or_declared_type_says_something_else(String name, String type) {
            var file = AFile.named(name).holding(Samples.pdf());
            var declared = type.isEmpty() ? file : file.declaredAs(type);

            assertThatAnswer(Calls.add(Calls.form(declared)).answer()).isInvalid(CONTRADICTS);
        }

        @Test
        void that_is_empty() {
            assertThatAnswer(add(new byte[0], "a.png")).isInvalid(REQUIRED);
        }

        @Test
        void that_comes_twice() {
            var form = Calls.form().file(AFile.named("b.png"));

            assertThatAnswer(Calls.add(form).answer())
                    .isInvalid("file: Only one file may be sent.");
        }

        @ParameterizedTest
        @MethodSource("vestibule.document.RefusingADocumentTest#damaged")
        void that_is_damaged(byte[] content) {
            assertThatAnswer(add(content, "x"))
                    .isInvalid("file: The file is damaged or incomplete.");
        }

        @Test
        void whose_picture_is_too_large() {
            assertThatAnswer(add(Samples.jpeg(64_250, 64_250), "x"))
                    .isInvalid("file: The image dimensions are too large.");
        }

        @Test
        void whose_name_is_not_valid() {
            var longName = Calls.form(AFile.named("n".repeat(256)));
            var control = Calls.form(AFile.under("filename*=UTF-8''a%00b.png"));

            for (var form : List.of(longName, control)) {
                assertThatAnswer(Calls.add(form).answer())
                        .isInvalid("file: The file name is not valid.");
            }
        }
    }

    @Nested
    class The_type {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1.5", "1.0", "1e400", "-1", "0", "2147483648", "9223372036854775808",
                    "\"a\"", "\"\"", "true", "[1]", "{}", "\"1 \"", "99999999999999999999999"
                })
        void that_is_no_integer(String value) {
            var json = "{\"file\":\"%s\",\"typeId\":%s}".formatted(Calls.png(), value);

            assertThatAnswer(Calls.add(json).answer()).isInvalid(INTEGER);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"a\":1 | The typeId field is required.",
                    "\"typeId\":null | The typeId field is required.",
                    "\"typeId\":6 | The selected typeId is invalid.",
                    "\"typeId\":2147483647 | The selected typeId is invalid.",
                    "\"typeId\":1,\"typeID\":2 | The typeId and typeID fields must be equal.",
                    "\"typeId\":1,\"typeID\":\"x\" | The typeId must be an integer."
                })
        void that_is_missing_or_unknown(String types, String issue) {
            var json = "{\"file\":\"%s\",%s}".formatted(Calls.png(), types);

            assertThatAnswer(Calls.add(json).answer()).isInvalid("typeId: " + issue);
        }

        @Test
        void that_comes_twice() {
            assertThatAnswer(Calls.add(Calls.form().text("typeId", "1")).answer())
                    .isInvalid("typeId: Only one typeId may be sent.");
        }

        @Test
        void of_another_client() {
            assertThatAnswer(Calls.add(Calls.form()).as(Calls.GLOBEX).answer())
                    .isInvalid("typeId: The selected typeId is invalid.");
        }
    }

    @Nested
    class Everything_at_once {

        @Test
        void with_the_file_before_the_type() {
            assertThatAnswer(Calls.add("{}").answer())
                    .isInvalid(REQUIRED, "typeId: The typeId field is required.");
        }

        @Test
        void judging_the_content_by_all_types_where_the_type_is_not_known() {
            var form = Form.empty().text("typeId", "1").file("x", Samples.jpeg(1, 1));

            assertThatAnswer(Calls.add(form).as(Calls.GLOBEX).answer())
                    .isInvalid(
                            "file: The file must be of type: image/png, application/pdf,"
                                    + " image/webp.",
                            "typeId: The selected typeId is invalid.");
        }
    }

    static List<byte[]> foreign() {
        return List.of(
                Samples.refused().get(ContentType.GIF),
                Samples.refused().get(ContentType.SVG),
                Samples.refused().get(ContentType.ZIP),
                Samples.refused().get(ContentType.HTML),
                Samples.refused().get(ContentType.AVIF),
                Samples.webp(1, 1),
                Samples.bmp(1, 1),
                Samples.mp4(100));
    }

    static List<byte[]> damaged() {
        var png = Samples.seedPng();
        png[30] ^= 1;
        var pdf = Samples.pdf();
        return List.of(
                png, Arrays.copyOf(pdf, pdf.length / 2), Arrays.copyOf(Samples.jpeg(1, 1), 60));
    }
}
