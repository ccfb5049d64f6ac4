package vestibule.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.document.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.client.AFile;
import vestibule.intake.client.Call;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.intake.probe.Talk;
import vestibule.validation.samples.Samples;

/** Where a document is too large. */
@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SizingADocumentTest {

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    private static final int MAX = 20_971_520;

    private static byte[] pdf(int size) {
        var pdf = Samples.pdf();
        var large = new byte[size];
        Arrays.fill(large, (byte) ' ');
        System.arraycopy(pdf, 0, large, 0, pdf.length);
        var tail = "\nstartxref\n0\n%%EOF\n".getBytes(UTF_8);
        System.arraycopy(tail, 0, large, size - tail.length, tail.length);
        return large;
    }

    private static Form form(int size) {
        return Calls.form(AFile.named("x").holding(pdf(size)));
    }

    @Test
    void the_largest_is_stored_from_a_form() {
        var answer = Calls.add(form(MAX)).answer();

        assertThatAnswer(answer).isStored();
        assertThat(answer.json().at("/file/size").intValue()).isEqualTo(MAX);
        assertThat(kept.objects().getFirst()).hasBinaryContent(pdf(MAX));
    }

    @Test
    void the_largest_is_stored_from_Base64() {
        var answer = Calls.add(Calls.json(Calls.base64(pdf(MAX)))).answer();

        assertThatAnswer(answer).isStored();
        assertThat(answer.json().at("/file/sha256").asText()).isEqualTo(Digests.hex(pdf(MAX)));
    }

    @Test
    void one_byte_more_is_refused_however_it_comes() {
        assertThatAnswer(Calls.add(form(MAX + 1)).answer()).isTooLarge();
        assertThatAnswer(Calls.post().chunked(form(MAX + 1)).answer()).isTooLarge();
        assertThatAnswer(Calls.add(Calls.json(Calls.base64(pdf(MAX + 1)))).answer()).isTooLarge();
        kept.nothing();
    }

    @Test
    void a_body_above_its_own_limit_is_refused_by_its_announced_length() throws Exception {
        try (var talk = Talk.to(Call.server())) {
            talk.say(
                    "POST /api/v2/my/documents HTTP/1.1",
                    "Host: x",
                    "Authorization: Bearer " + Calls.ACME,
                    "Content-Length: 31457281",
                    "Expect: 100-continue");

            assertThat(talk.hear().code()).isEqualTo(413);
        }
        kept.nothing();
    }

    @Test
    void a_body_above_its_own_limit_is_refused_without_a_length() {
        var form = Calls.form().text("more", "x".repeat(31_457_280));

        assertThatAnswer(Calls.post().chunked(form).answer()).isTooLarge();
        kept.nothing();
    }

    @Test
    void a_long_text_that_is_no_file_is_a_bad_reference() {
        assertThatAnswer(Calls.add(Calls.json("no base64! ".repeat(100_000))).answer())
                .isInvalid("file: The file reference is not valid.");
        kept.nothing();
    }
}
