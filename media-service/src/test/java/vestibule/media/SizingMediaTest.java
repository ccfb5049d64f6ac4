package vestibule.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.media.AnswerAssert.assertThatAnswer;
import static vestibule.media.Image.anImage;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Kept;
import vestibule.intake.client.LostUploads;
import vestibule.intake.probe.Talk;
import vestibule.validation.samples.Samples;

/** How large media and bodies may be. */
@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SizingMediaTest {

    private static final int MAX_BASE64 = 25_165_824;
    private static final int MAX_PDF = 20_971_520;
    private static final int MAX_BODY = 31_457_280;

    @RegisterExtension final Kept kept = MediaServiceStack.kept();

    @Nested
    class A_picture {

        @Test
        void may_have_25165824_base64_characters() {
            var picture = picture(MAX_BASE64 / 4 * 3);
            var answer = upload(Client.ACME, "image/jpeg", picture);

            assertThatAnswer(answer).isStored();
            assertThat(answer.json().path("image").path("size").asInt()).isEqualTo(18_874_368);
            assertThat(kept.row("select sha256 from media")).containsExactly(Digests.hex(picture));
            kept.exactly(1);
        }

        @Test
        void must_not_have_more() {
            assertThatAnswer(upload(Client.ACME, "image/jpeg", picture(MAX_BASE64 / 4 * 3 + 3)))
                    .isInvalid();
            kept.nothing();
        }

        /** Trailing bytes are fine. */
        private static byte[] picture(int bytes) {
            return Arrays.copyOf(Samples.seedJpeg(), bytes);
        }
    }

    @Nested
    class A_pdf {

        @Test
        void may_have_20971520_bytes() {
            assertThatAnswer(upload(Client.ABLE, "application/pdf", pdf(MAX_PDF))).isStored();
        }

        @Test
        void must_not_have_more() {
            assertThatAnswer(upload(Client.ABLE, "application/pdf", pdf(MAX_PDF + 1))).isInvalid();
            kept.nothing();
        }

        private static byte[] pdf(int bytes) {
            // The length of the stream is in the file too: 8 digits more than for an empty one.
            var around = Samples.pdfWithStream(new byte[10_000_000]).length - 10_000_000;
            return Samples.pdfWithStream(new byte[bytes - around]);
        }
    }

    @Nested
    class A_body {

        @Test
        void of_more_than_31457280_bytes_is_not_asked_for() throws IOException {
            try (var talk = Talk.to(Call.server())) {
                talk.say(head("Content-Length: " + (MAX_BODY + 1), "Expect: 100-continue"));

                tooLarge(talk.hear());
            }
            kept.nothing();
        }

        @Test
        void without_a_length_is_read_no_further() throws IOException {
            try (var talk = Talk.to(Call.server())) {
                talk.say(head("Transfer-Encoding: chunked"));
                talk.sayRaw(Integer.toHexString(MAX_BODY + 1) + "\r\n");
                talk.out().write(new byte[MAX_BODY + 1]);
                talk.out().flush();

                tooLarge(talk.hear());
            }
            kept.nothing();
        }

        private static String[] head(String... more) {
            var lines =
                    new ArrayList<>(
                            List.of(
                                    "POST /v1/sessions/x/media HTTP/1.1",
                                    "Host: 127.0.0.1",
                                    "x-auth-client: " + Client.ACME.apiKey(),
                                    "x-hmac-signature: " + "0".repeat(64)));
            lines.addAll(List.of(more));
            return lines.toArray(String[]::new);
        }

        private static void tooLarge(Talk.Answer answer) {
            assertThat(answer.code()).isEqualTo(413);
            assertThat(answer.body())
                    .isEqualTo(
                            "{\"status\":\"fail\",\"code\":\"1101\",\"message\":\"Request entity too large\"}");
            assertThat(answer.header("connection")).contains("close");
            assertThat(answer.header("x-hmac-signature")).contains(Client.ACME.sign(answer.body()));
        }

        @Test
        void that_ends_early_leaves_nothing() throws IOException {
            var body = anImage().json().getBytes(UTF_8);
            var lost = LostUploads.begin();
            try (var talk = Talk.to(Call.server())) {
                talk.say(
                        "POST /v1/sessions/" + Client.ACME.session() + "/media HTTP/1.1",
                        "Host: 127.0.0.1",
                        "x-auth-client: " + Client.ACME.apiKey(),
                        "x-hmac-signature: " + Client.ACME.sign(body),
                        "Content-Length: " + body.length);
                talk.out().write(body, 0, body.length - 1);
                talk.reset();
            }

            lost.awaitOne();
            kept.nothing();
        }

        @Test
        void without_a_length_is_read_to_its_end() throws IOException {
            var body = anImage().json();
            try (var talk = Talk.to(Call.server())) {
                talk.say(
                        "POST /v1/sessions/" + Client.ACME.session() + "/media HTTP/1.1",
                        "Host: 127.0.0.1",
                        "x-auth-client: " + Client.ACME.apiKey(),
                        "x-hmac-signature: " + Client.ACME.sign(body),
                        "Transfer-Encoding: chunked");
                for (var piece : body.split("(?<=,)", -1)) {
                    talk.sayRaw(Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n");
                }
                talk.sayRaw("0\r\n\r\n");

                assertThat(talk.hear().code()).isEqualTo(200);
            }
        }
    }

    @Test
    void Four_of_the_largest_at_once_are_all_taken() throws Exception {
        var session = Client.ACME.session();
        var body =
                anImage()
                        .holding(Arrays.copyOf(Samples.seedJpeg(), MAX_BASE64 / 4 * 3))
                        .json()
                        .getBytes(UTF_8);
        var call = Client.ACME.upload(session, body);
        Callable<Answer> upload = call::answer;

        try (var clients = Executors.newFixedThreadPool(4)) {
            for (var answer :
                    clients.invokeAll(IntStream.range(0, 4).mapToObj(_ -> upload).toList())) {
                assertThatAnswer(answer.get()).isStored();
            }
        }
        kept.exactly(4);
    }

    private static Answer upload(Client client, String type, byte[] bytes) {
        return client.upload(client.session(), anImage().holding(type, bytes)).answer();
    }
}
