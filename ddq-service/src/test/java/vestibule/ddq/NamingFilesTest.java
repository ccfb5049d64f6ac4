package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;
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
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** Names of files and their extensions, and the names in {@code file_types}. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NamingFilesTest {

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
    class Accepts {

        /** As sent, as named in {@code file_types}, as kept. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "filename=\"IMG_1.PNG\" | IMG_1.PNG | IMG_1.PNG",
                    "filename=\"photo.php.png\" | photo.php.png | photo.php.png",
                    "filename=\"/home/jane/a.png\" | a.png | a.png",
                    "filename=\"C:\\scans\\a.png\" | a.png | a.png",
                    "filename=\"a%22b.png\" | a\\\"b.png | a\"b.png",
                    "filename=\"a%22b.png\" | a%22b.png | a\"b.png",
                    "filename=\"a\\\"b.png\" | a\\\"b.png | a\"b.png",
                    "filename=\"<script>.png\" | <script>.png | <script>.png",
                    "filename=\"\u202ea.png\" | \u202ea.png | \u202ea.png",
                    "filename=\"pässe 😀.png\" | pässe 😀.png | pässe 😀.png",
                    "filename=\"pässe.png\" | p\\u00e4sse.png | pässe.png",
                    "filename*=UTF-8''p%C3%A4sse.png; filename=\"x.png\" | pässe.png | pässe.png",
                    "filename=\".a.png\" | .a.png | .a.png",
                    "filename=\"__proto__.png\" | __proto__.png | __proto__.png",
                    "filename=a.png | a.png | a.png"
                })
        void a_name_that_file_types_has_too(String disposition, String key, String name) {
            var upload = anUpload().untyped(disposition).fileTypes("{\"" + key + "\":\"ID\"}");

            assertThatAnswer(upload.answer()).isAccepted();
            assertThat(kept.row("select file_name from document")).containsExactly(name);
        }

        @Test
        void a_name_of_255_code_points() {
            var name = "😀".repeat(251) + ".png";

            assertThatAnswer(anUpload().file(name, "ID").answer()).isAccepted();
        }
    }

    @Nested
    class Refuses_an_extension {

        @ParameterizedTest
        @CsvSource(
                ignoreLeadingAndTrailingWhitespace = false,
                value = {"a.gif,gif", "a.jpg.php,php", "a.jpeg ,jpeg ", "a.GIF,GIF", "a. png, png"})
        void that_is_not_one_of_the_four_as_it_was_sent(String name, String extension) {
            refused(
                    anUpload().file(name, "ID"),
                    "File extension %s is not allowed, invalid at file %s"
                            .formatted(extension, name));
        }

        @Test
        void and_echoes_255_characters_of_it_at_most() {
            refused(
                    anUpload().file("a." + "😀".repeat(252), "ID"),
                    "File extension %s is not allowed, invalid at file a.%s"
                            .formatted("😀".repeat(252), "😀".repeat(252)));
        }

        @Test
        void before_its_document_type() {
            refused(
                    anUpload().file("a.gif", "passport"),
                    "File extension gif is not allowed, invalid at file a.gif");
        }
    }

    @Nested
    class Refuses_a_name {

        @ParameterizedTest
        @ValueSource(strings = {"a", "a.", ".png", "a\u0001.png", "a\u007f.png", "a\t.png"})
        void without_an_extension_or_with_a_control_character(String name) {
            var json =
                    "{\"" + name.replace("\t", "\\t").replace("\u0001", "\\u0001") + "\":\"ID\"}";

            refused(anUpload().file(name, "ID").fileTypes(json), "Invalid file name " + name);
        }

        @Test
        void that_is_nothing_but_a_path() {
            refused(
                    anUpload().untyped("filename=\"a/\"").fileTypes("{\"\":\"ID\"}"),
                    "Invalid file name ");
        }

        @ParameterizedTest
        @ValueSource(ints = {256, 4096})
        void over_255_characters_and_echoes_so_many_of_it(int length) {
            var name = "x".repeat(length - 4) + ".png";

            refused(anUpload().file(name, "ID"), "Invalid file name " + name.substring(0, 255));
        }

        @Test
        void that_two_files_have() {
            refused(anUpload().file("a.png", "ID").file("a.png", "PoR"), "Invalid file name a.png");
        }

        @Test
        void that_two_files_have_after_their_paths_are_cut() {
            refused(
                    anUpload().file("a.png", "ID").untyped("filename=\"x/a.png\""),
                    "Invalid file name a.png");
        }

        @Test
        void that_two_files_have_one_with_a_quote_and_one_with_its_escape() {
            refused(
                    anUpload()
                            .untyped("filename=\"a%22.png\"")
                            .untyped("filename=\"a\\\".png\"")
                            .fileTypes("{\"a%22.png\":\"ID\",\"a\\\".png\":\"ID\"}"),
                    "Invalid file name a\".png");
        }

        @ParameterizedTest
        @ValueSource(strings = {"files[]", "file", "Files"})
        void of_a_file_under_another_field(String field) {
            var form =
                    ofIdFront()
                            .form()
                            .part(Upload.head(field, "filename=\"b.png\""), Samples.seedPng());

            assertThatAnswer(Calls.upload(form).answer()).isRefused("Invalid file name b.png");
            kept.nothing();
        }
    }

    @Nested
    class Refuses_a_name_in_file_types {

        @ParameterizedTest
        @ValueSource(strings = {"A.PNG", "a.pn", "", " ", "x/a.png", "__proto__", "a.png "})
        void that_no_file_has(String key) {
            refused(
                    anUpload().file("a.png", "ID").fileTypes("{\"" + key + "\":\"ID\"}"),
                    "Invalid file name " + key);
        }

        @Test
        void that_is_the_same_only_after_normalisation() {
            refused(
                    anUpload().file("p\u00e4.png", "ID").fileTypes("{\"pa\u0308.png\":\"ID\"}"),
                    "Invalid file name pa\u0308.png");
        }

        @Test
        void the_first_in_the_order_of_the_json() {
            refused(
                    anUpload()
                            .file("a.png", "ID")
                            .fileTypes("{\"z.png\":\"ID\",\"a.png\":\"ID\",\"b.png\":\"ID\"}"),
                    "Invalid file name z.png");
        }

        @Test
        void before_all_that_is_wrong_with_the_files() {
            refused(
                    anUpload().file("a.gif", "x").fileTypes("{\"a.gif\":1,\"b.png\":\"ID\"}"),
                    "Invalid file name b.png");
        }

        @Test
        void that_calls_a_file_a_second_time() {
            refused(
                    anUpload()
                            .untyped("filename=\"a%22.png\"")
                            .fileTypes("{\"a%22.png\":\"ID\",\"a\\\".png\":\"PoR\"}"),
                    "Invalid file name a\".png");
        }

        @Test
        void and_escapes_what_it_echoes() {
            refused(ofIdFront().fileTypes("{\"\\\"}<\\n\":\"ID\"}"), "Invalid file name \"}<\n");
        }

        @Test
        void with_half_a_surrogate_pair() {
            refused(ofIdFront().fileTypes("{\"\\ud800\":\"ID\"}"), "Invalid file name ?");
        }

        @Test
        void that_is_missing_by_the_name_of_the_file() {
            refused(
                    anUpload().file("a.png", "ID").untyped("filename=\"b.png\""),
                    "Invalid file name b.png");
            refused(ofIdFront().fileTypes("{}"), "Invalid file name id_front.png");
        }
    }
}
