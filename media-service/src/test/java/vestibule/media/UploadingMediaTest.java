package vestibule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.media.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vestibule.intake.client.Kept;

/** The documented call as the documentation shows it. */
@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UploadingMediaTest {

    @RegisterExtension final Kept kept = MediaServiceStack.kept();

    @ParameterizedTest
    @CsvSource({
        "document_front, document-front, image/jpeg, 285",
        "document_back, document-back, image/png, 70",
        "selfie_face, face, image/jpeg, 285",
        "proof_of_address, address-front, image/jpeg, 285",
        "without_timestamp, document-front, image/jpeg, 285"
    })
    void takes_every_sample_of_the_documentation(
            String sample, String context, String type, int size) throws IOException {
        var session = Client.ACME.session();

        var answer = Client.ACME.upload(session, seed(sample)).answer();

        assertThatAnswer(answer).isStored().isSignedFor(Client.ACME);
        var id = answer.json().path("image").path("id").asText();
        assertThat(id)
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(answer.text())
                .isEqualTo(
                        ("{\"status\":\"success\",\"image\":{\"id\":\"%1$s\",\"name\":\"%2$s\",\"context\":\"%2$s\","
                                        + "\"timestamp\":null,\"size\":%3$d,\"mimetype\":\"%4$s\","
                                        + "\"url\":\"%5$s/v1/media/%1$s\",\"sessionId\":\"%6$s\"}}")
                                .formatted(id, context, size, type, origin(), session));
        kept.exactly(1);
    }

    private static String origin() {
        var server = vestibule.intake.client.Call.server();
        return server.getScheme() + "://" + server.getAuthority();
    }

    private static byte[] seed(String sample) throws IOException {
        try (var json = UploadingMediaTest.class.getResourceAsStream("seed/" + sample + ".json")) {
            return java.util.Objects.requireNonNull(json).readAllBytes();
        }
    }
}
