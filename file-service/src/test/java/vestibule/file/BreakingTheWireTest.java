package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.intake.client.AFile.aFile;
import static vestibule.intake.client.AFile.named;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.ErrorLog;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.intake.client.LostUploads;

/** What no well-behaved client sends, byte by byte. Nothing of it is ever kept. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BreakingTheWireTest {

    private static final String TOKEN = "Authorization: Bearer " + Calls.ACME;
    private static final String FORM =
            "Content-Type: multipart/form-data; boundary=" + Form.BOUNDARY;

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    @Nested
    class Is_answered_before_the_body {

        @AfterEach
        void nothing_is_kept() {
            kept.nothing();
        }

        @ParameterizedTest
        @CsvSource({
            "401, Authorization: Bearer who, X-Other: 1",
            "401, X-Other: 1, X-More: 1",
            "404, Authorization: Bearer who, X-Other: 1",
            "415, " + TOKEN + ", Content-Encoding: gzip",
            "422, " + TOKEN + ", Idempotency-Key: ü",
            "422, " + TOKEN + ", Content-Type: application/json"
        })
        void and_not_told_to_continue(int status, String one, String other) throws IOException {
            for (var framing :
                    new String[] {"Content-Length: 209715200", "Transfer-Encoding: chunked"}) {
                try (var wire = Wire.open()) {
                    var path = status == 404 ? "/nowhere" : "/v1/files";
                    wire.talk()
                            .say(
                                    "POST " + path + " HTTP/1.1",
                                    "Host: 127.0.0.1",
                                    one,
                                    other,
                                    framing,
                                    "Expect: 100-continue");

                    var answer = wire.hear();

                    assertThat(answer.code()).isEqualTo(status);
                    assertThat(answer.header("connection")).contains("close");
                }
            }
        }
    }

    @Nested
    class Is_told_to_continue {

        @Test
        void once_nothing_speaks_against_the_head() throws IOException {
            var form = Form.of("passport", aFile());
            try (var wire = Wire.open()) {
                wire.head("Expect: 100-continue", form);
                assertThat(wire.hear().code()).isEqualTo(100);

                wire.send(form.bytes());

                assertThat(wire.hear().code()).isEqualTo(201);
            }
            kept.exactly(1);
        }
    }

    /**
     * The class loaders of a Quarkus test hide what answers 400 in the packaged service; that is
     * tested in shared-intake, on Vert.x alone.
     */
    @Nested
    class Broken_framing {

        @AfterEach
        void nothing_is_kept() {
            kept.nothing();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Transfer-Encoding: chunked\r\nContent-Length: 5",
                    "Content-Length: 5\r\nTransfer-Encoding: chunked",
                    "Content-Length: 5\r\nContent-Length: 6",
                    "Content-Length: +5",
                    "Content-Length: 5x"
                })
        void ends_the_connection_without_a_second_answer(String framing) throws IOException {
            try (var wire = Wire.open()) {
                wire.heads(TOKEN, FORM, framing);
                wire.send(Form.of("passport", aFile()).bytes());

                assertThat(wire.talk().hearOut()).matches("(HTTP/1.1 400 [^/]*)?");
            }
        }

        @Test
        void of_a_chunk_ends_the_connection() throws IOException {
            try (var wire = Wire.open()) {
                wire.heads(TOKEN, FORM, "Transfer-Encoding: chunked");
                wire.talk().sayRaw("5\r\n----v\r\nzz\r\nhello\r\n0\r\n\r\n");

                assertThat(wire.talk().hearOut()).matches("(HTTP/1.1 400 [^/]*)?");
            }
        }

        @Test
        void of_a_body_longer_than_its_length_ends_the_connection() throws IOException {
            var form = Form.of("passport", aFile());
            try (var wire = Wire.open()) {
                wire.heads(TOKEN, FORM, "Content-Length: " + (form.length() - 10));
                wire.send(form.bytes());

                assertThat(wire.talk().hearOut())
                        .startsWith("HTTP/1.1 422 ")
                        .contains("request.invalid")
                        .doesNotContain("HTTP/1.1 2");
            }
        }
    }

    @Nested
    class A_body_that_ends_early {

        @ParameterizedTest
        @ValueSource(doubles = {0.01, 0.5, 0.999})
        void because_the_client_goes_keeps_nothing(double share) throws Exception {
            var form = video();
            var lost = LostUploads.begin();
            var errors = ErrorLog.begin();
            try (var wire = Wire.open()) {
                wire.head("X-Other: 1", form);
                wire.send(Arrays.copyOf(form.bytes(), (int) (form.length() * share)));
                wire.talk().reset();
            }

            lost.awaitOne();
            kept.nothing();
            assertThat(errors.end()).isEmpty();
        }

        @Test
        void because_the_client_stalls_is_given_up() throws Exception {
            var form = Form.of("passport", aFile());
            try (var wire = Wire.open()) {
                wire.head("X-Other: 1", form);
                wire.send(form.bytes(), 0, (int) form.length() - 1);

                assertThat(wire.talk().hearOut()).isEmpty();
            }
            kept.nothing();
        }

        @Test
        void frees_its_idempotency_key() throws Exception {
            var form = Form.of("passport", aFile());
            try (var wire = Wire.open()) {
                wire.head("Idempotency-Key: lost", form);
                wire.send(form.bytes(), 0, 50);
                Kept.eventually(() -> assertThat(keys()).isEqualTo("1"));
                wire.talk().reset();
            }

            Kept.eventually(() -> assertThat(keys()).isEqualTo("0"));
            kept.nothing();
        }

        private static Form video() {
            return Form.empty()
                    .text("purpose", "selfie_video")
                    .part(named("selfie.mp4").head(), new Video(20_000_000));
        }

        private String keys() {
            return kept.row("select count(*) from idempotency_key").getFirst();
        }
    }
}
