package vestibule.image;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.image.Calls.base64;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.ErrorLog;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.intake.client.LostUploads;
import vestibule.validation.samples.Samples;

/** What is said before the body has come, and what becomes of one that does not come. */
@QuarkusTest
@QuarkusTestResource(ImageServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BreakingTheWireTest {

    @RegisterExtension final Kept kept = ImageServiceStack.kept();

    @Nested
    class Without_a_good_key {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Content-Length: 62914560",
                    "Transfer-Encoding: chunked",
                    "Content-Length: 62914560\r\nExpect: 100-continue",
                    "Transfer-Encoding: chunked\r\nExpect: 100-continue"
                })
        void nothing_of_60_MB_is_read_or_asked_for(String framing) throws IOException {
            for (var key : new String[] {"X-Other: 1", "x-api-key: acme-old"}) {
                try (var wire = Wire.open()) {
                    wire.talk().say("PUT /Image HTTP/1.1", "Host: 127.0.0.1", key, framing);

                    var answer = wire.hear();

                    assertThat(answer.code()).isEqualTo(403);
                    assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}");
                    assertThat(answer.header("connection")).contains("close");
                }
            }
            kept.nothing();
        }
    }

    @Nested
    class With_a_good_key {

        private Form form = Form.empty();

        /** More than is kept in memory. */
        @BeforeEach
        void aim() {
            var picture = Arrays.copyOf(Samples.seedJpeg(), 9_000_000);
            form = Calls.form(Calls.submission()).text("idImage", base64(picture));
        }

        @Test
        void the_client_is_told_to_continue_once_nothing_speaks_against_the_head()
                throws IOException {
            try (var wire = Wire.open()) {
                head(wire, "Expect: 100-continue");
                assertThat(wire.hear().code()).isEqualTo(100);

                wire.send(form.bytes(), 0, (int) form.length());

                assertThat(wire.hear().code()).isEqualTo(200);
            }
            kept.exactly(1);
        }

        @Test
        void it_is_not_told_to_continue_with_a_body_that_is_too_large() throws IOException {
            try (var wire = Wire.open()) {
                wire.heads("Content-Length: 67108865", "Expect: 100-continue");

                assertThat(wire.hear().code()).isEqualTo(413);
            }
            kept.nothing();
        }

        @ParameterizedTest
        @ValueSource(doubles = {0.01, 0.5, 0.999})
        void a_client_that_goes_on_the_way_leaves_nothing(double share) throws IOException {
            var lost = LostUploads.begin();
            var errors = ErrorLog.begin();
            try (var wire = Wire.open()) {
                head(wire, "X-Other: 1");
                wire.send(form.bytes(), 0, (int) (form.length() * share));
                wire.talk().reset();
            }

            lost.awaitOne();
            kept.nothing();
            assertThat(errors.end()).isEmpty();
        }

        private void head(Wire wire, String header) throws IOException {
            wire.heads(
                    header,
                    "Content-Type: " + form.contentType(),
                    "Content-Length: " + form.length());
        }
    }
}
