package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.document.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vestibule.intake.client.AFile;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;

@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AddingAFormTest {

    private static final String SHA256 =
            "6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0";

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    @Nested
    class Takes_the_bytes_from_a_form {

        @Test
        void in_any_order_beside_anything() {
            var form =
                    Form.empty()
                            .text("status", "approved")
                            .file(AFile.named("a.png").declaredAs("image/*"))
                            .part(
                                    "Content-Disposition: form-data; name=\"more\"; filename=\"b\"",
                                    new byte[9])
                            .text("typeID", "1");

            assertThatAnswer(Calls.add(form).answer()).isStored();
            assertThatAnswer(Calls.post().chunked(form).answer()).isStored();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "../../x.png | x.png",
                    "C:\\\\fakepath\\\\y.png | y.png",
                    "a%22b.png | a\"b.png",
                    "<script>.png | <script>.png",
                    ".png | .png",
                    "\u202Egnp.png | \u202Egnp.png",
                    "dir/ | document.png"
                })
        void and_keeps_the_last_part_of_its_name(String sent, String name) {
            var answer = Calls.add(Calls.form(AFile.named(sent))).answer();

            assertThatAnswer(answer).isStored();
            assertThat(answer.json().at("/file/name").asText()).isEqualTo(name);
            assertThat(kept.row("select object_key from document").getFirst())
                    .matches("document/acme/\\d{4}/\\d\\d/\\d\\d/\\d\\d/[0-9a-f-]{36}");
        }

        @Test
        void preferring_the_encoded_name() {
            var file = AFile.under("filename=\"x.png\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.png");

            assertThat(Calls.add(Calls.form(file)).answer().json().at("/file/name").asText())
                    .isEqualTo("Grüße.png");
        }

        @Test
        void also_where_the_file_is_a_text_part_of_Base64() {
            var form = Form.empty().text("file", Calls.png()).text("typeId", "1");

            var answer = Calls.add(form).answer();

            assertThatAnswer(answer).isStored();
            assertThat(answer.json().at("/file/sha256").asText()).isEqualTo(SHA256);
        }
    }
}
