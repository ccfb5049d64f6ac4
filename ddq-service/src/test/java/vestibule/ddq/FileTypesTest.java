package vestibule.ddq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.anUpload;
import static vestibule.ddq.Upload.ofIdFront;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** The field {@code file_types}. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FileTypesTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    private void refused(Upload upload, String error) {
        assertThatAnswer(upload.answer()).isRefused(error);
        kept.nothing();
    }

    @Nested
    class Refuses_a_document_type {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "\"id\" | id",
                    "\"POR\" | POR",
                    "\"passport\" | passport",
                    "\"\" | ~~",
                    "\" ID\" | ~ ID~",
                    "null | null",
                    "1 | 1",
                    "[] | []",
                    "true | true",
                    "{\"a\": [1, \"b\"]} | {\"a\":[1,\"b\"]}",
                    "[\"ID\"] | [\"ID\"]",
                    "\"\\ud800\" | ?"
                })
        void that_is_neither_of_the_two_as_compact_json(String value, String printed) {
            refused(
                    anUpload().file("a.png", "ID").fileTypes("{\"a.png\": " + value + "}"),
                    "Invalid file type " + printed + ", file_types must be one of PoR,ID");
        }

        @Test
        void and_echoes_255_characters_of_it_at_most() {
            refused(
                    anUpload().file("a.png", "😀".repeat(300)),
                    "Invalid file type " + "😀".repeat(255) + ", file_types must be one of PoR,ID");
        }

        @Test
        void of_the_first_bad_file_in_the_order_of_the_wire() {
            refused(
                    anUpload()
                            .file("a.png", "ID")
                            .file("b.png", "first")
                            .file("c.png", "second")
                            .fileTypes(
                                    "{\"c.png\":\"second\",\"b.png\":\"first\",\"a.png\":\"ID\"}"),
                    "Invalid file type first, file_types must be one of PoR,ID");
        }

        @Test
        void before_the_content_of_the_file() {
            refused(
                    anUpload().file("a.png", "x", Samples.text("no picture")),
                    "Invalid file type x, file_types must be one of PoR,ID");
        }
    }

    @Nested
    class Refuses_what_is_no_json_object {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "[]",
                    "null",
                    "\"a.png\"",
                    "{",
                    "{'a.png':'ID'}",
                    "{\"a.png\":\"ID\",}",
                    "{\"a.png\":\"ID\"} {}",
                    "{\"a.png\":\"ID\",\"a.png\":\"ID\"}",
                    "{\"a.png\":{\"b\":1,\"b\":2}}",
                    "\ufeff{\"a.png\":\"ID\"}"
                })
        void whatever_else_it_is(String sent) {
            isNoObject(anUpload().file("a.png", "ID").fileTypes(sent));
        }

        @Test
        void because_it_is_absent() {
            var form =
                    Form.empty()
                            .text("user_id", Calls.USER)
                            .part(Upload.head("files", "filename=\"a.png\""), Samples.seedPng());

            assertThatAnswer(Calls.upload(form).answer())
                    .isRefused("file_types must be a valid JSON object");
        }

        @Test
        void because_it_is_sent_twice() {
            var form = ofIdFront().form().text("file_types", "{\"id_front.png\":\"ID\"}");

            assertThatAnswer(Calls.upload(form).answer())
                    .isRefused("file_types must be a valid JSON object");
        }

        @Test
        void because_it_is_100_000_deep() {
            var deep = "{\"a.png\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";

            isNoObject(anUpload().file("a.png", "ID").fileTypes(deep));
            isNoObject(anUpload().file("a.png", "ID").fileTypes("[".repeat(100_000)));
        }

        @ParameterizedTest
        @ValueSource(ints = {65_537, 5_000_000})
        void because_it_is_too_large(int bytes) {
            isNoObject(ofIdFront().fileTypes(padded(bytes)));
        }

        @Test
        void before_two_files_of_one_name() {
            isNoObject(anUpload().file("a.png", "ID").file("a.png", "ID").fileTypes("[]"));
        }

        private void isNoObject(Upload upload) {
            refused(upload, "file_types must be a valid JSON object");
        }
    }

    @Nested
    class Accepts {

        @Test
        void one_of_65_536_bytes() {
            assertThatAnswer(ofIdFront().fileTypes(padded(65_536)).answer()).isAccepted();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "filename=\"types.json\"",
                    "filename=\"types.json\"\r\nContent-Type: application/json"
                })
        void one_that_came_as_a_file(String disposition) {
            var form =
                    Form.empty()
                            .text("user_id", Calls.USER)
                            .part(
                                    Upload.head("file_types", disposition),
                                    "{\"a.png\":\"ID\"}".getBytes(UTF_8))
                            .part(Upload.head("files", "filename=\"a.png\""), Samples.seedPng());

            assertThatAnswer(Calls.upload(form).answer()).isAccepted();
        }
    }

    private static String padded(int bytes) {
        var json = "{\"id_front.png\":\"ID\"}";
        return json + " ".repeat(bytes - json.length());
    }
}
