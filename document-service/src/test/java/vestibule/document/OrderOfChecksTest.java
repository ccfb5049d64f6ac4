package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.document.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Call;
import vestibule.intake.client.Kept;
import vestibule.intake.client.LostUploads;
import vestibule.intake.probe.Talk;

/** Where two things are wrong, the earlier check answers. */
@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderOfChecksTest {

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    private static final String LONG_KEY = "k".repeat(256);

    @AfterEach
    void nothing_is_kept() {
        kept.nothing();
    }

    @Test
    void the_token_before_everything_about_the_body() {
        assertThatAnswer(
                        Calls.add("{}")
                                .asNobody()
                                .with("Content-Encoding", "gzip")
                                .with("Idempotency-Key", LONG_KEY)
                                .answer())
                .isRefused(401, "Unauthorized.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip"})
    void the_encoding_before_the_key(String encoding) {
        assertThatAnswer(
                        Calls.add("{}")
                                .with("Content-Encoding", encoding)
                                .with("Idempotency-Key", LONG_KEY)
                                .answer())
                .isRefused(415, "Unsupported media type.");
    }

    @Test
    void the_key_before_the_announced_length() throws Exception {
        try (var talk = Talk.to(Call.server())) {
            talk.say(
                    "POST /api/v2/my/documents HTTP/1.1",
                    "Host: x",
                    "Authorization: Bearer " + Calls.ACME,
                    "Idempotency-Key: " + LONG_KEY,
                    "Content-Length: 31457281");

            assertThat(talk.hear().body()).contains("Idempotency-Key header is not valid");
        }
    }

    @Test
    void the_announced_length_before_a_boundary() throws Exception {
        try (var talk = Talk.to(Call.server())) {
            talk.say(
                    "POST /api/v2/my/documents HTTP/1.1",
                    "Host: x",
                    "Authorization: Bearer " + Calls.ACME,
                    "Content-Type: multipart/form-data",
                    "Content-Length: 31457281");

            assertThat(talk.hear().code()).isEqualTo(413);
        }
    }

    @Test
    void the_fields_before_a_key_that_was_used() {
        var first = Calls.add(Calls.form()).with("Idempotency-Key", "once").answer();

        assertThatAnswer(Calls.add("{\"typeId\":1}").with("Idempotency-Key", "once").answer())
                .isInvalid("file: The file field is required.");

        Calls.delete(Calls.pathOf(first)).answer();
        kept.forgetEvents();
    }

    @Test
    void a_body_cut_short_leaves_nothing() throws Exception {
        var lost = LostUploads.begin();
        try (var talk = Talk.to(Call.server())) {
            var form = Calls.form();
            talk.say(
                    "POST /api/v2/my/documents HTTP/1.1",
                    "Host: x",
                    "Authorization: Bearer " + Calls.ACME,
                    "Content-Type: " + form.contentType(),
                    "Content-Length: " + form.length());
            talk.out().write(form.bytes(), 0, (int) form.length() - 1);
            talk.out().flush();
            talk.reset();
        }
        lost.awaitOne();
    }
}
