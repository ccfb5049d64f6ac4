package vestibule.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.media.AnswerAssert.assertThatAnswer;
import static vestibule.media.Image.anImage;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** Which content is taken, and in how many ways it may be written. */
@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AcceptingContentTest {

    @RegisterExtension final Kept kept = MediaServiceStack.kept();

    private static void stored(Image image, String type, int size) {
        var answer = Client.ACME.upload(Client.ACME.session(), image).answer();

        assertThatAnswer(answer).isStored();
        assertThat(answer.json().path("image").path("mimetype").asText()).isEqualTo(type);
        assertThat(answer.json().path("image").path("size").asInt()).isEqualTo(size);
    }

    private void refused(Image image) {
        refused(Client.ACME, image);
    }

    private void refused(Client client, Image image) {
        assertThatAnswer(client.upload(client.session(), image).answer()).isInvalid();
        kept.nothing();
    }

    @Nested
    class A_picture {

        static Stream<Arguments> pictures() {
            return Stream.of(
                    Arguments.of("image/jpeg", Samples.seedJpeg()),
                    Arguments.of("image/jpeg", Samples.jpeg(1920, 1)),
                    Arguments.of("image/jpeg", Samples.jpeg(1921, 1)),
                    Arguments.of("image/jpeg", Samples.jpeg(8_962, 11_158)),
                    Arguments.of("image/png", Samples.png(2, 3)),
                    Arguments.of("image/webp", Samples.webp(2, 3)),
                    Arguments.of("image/heic", Samples.heic(2, 3)),
                    Arguments.of("image/heif", Samples.heif(2, 3)));
        }

        @ParameterizedTest
        @MethodSource("pictures")
        void is_known_by_its_bytes(String type, byte[] bytes) {
            stored(anImage().holding(bytes), type, bytes.length);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "image/png",
                    "IMAGE/PNG",
                    "image/x-png",
                    "image/*",
                    "",
                    "application/octet-stream",
                    "binary/octet-stream",
                    "image/png;name=x.png"
                })
        void may_be_declared_so(String type) {
            stored(anImage().holding(type, Samples.seedPng()), "image/png", 70);
        }

        @ParameterizedTest
        @ValueSource(strings = {"image/jpeg", "image/jpg", "image/pjpeg"})
        void may_be_a_jpeg_by_three_names(String type) {
            stored(anImage().holding(type, Samples.seedJpeg()), "image/jpeg", 285);
        }

        @Test
        void may_be_heic_declared_as_heif() {
            stored(
                    anImage().holding("image/heif", Samples.heic(2, 3)),
                    "image/heic",
                    Samples.heic(2, 3).length);
        }

        @ParameterizedTest
        @ValueSource(strings = {"image/jpeg", "text/html", "image/svg+xml", "application/pdf", "x"})
        void must_not_be_declared_otherwise(String type) {
            refused(anImage().holding(type, Samples.seedPng()));
        }

        static Stream<byte[]> unsound() {
            var png = Samples.seedPng().clone();
            png[30] ^= 1;
            return Stream.concat(
                    Samples.refused().values().stream(),
                    Stream.of(
                            Samples.bmp(2, 3),
                            Samples.json(),
                            Samples.text("text"),
                            Samples.branded("hevc", "mif1"),
                            Samples.pdf(),
                            Samples.jpeg(64_250, 64_250),
                            Samples.jpeg(30_001, 1),
                            Samples.png(10_001, 10_000),
                            Arrays.copyOf(Samples.seedJpeg(), 100),
                            Arrays.copyOf(Samples.seedPng(), 50),
                            png,
                            new byte[] {0}));
        }

        @ParameterizedTest
        @MethodSource("unsound")
        void must_be_one_that_is_taken_and_sound(byte[] bytes) {
            refused(anImage().holding(bytes));
        }

        @Test
        void must_have_bytes() {
            refused(anImage().withText("data:image/png;base64,"));
            refused(anImage().withText("\\r\\n"));
        }
    }

    @Nested
    class A_pdf {

        static Stream<byte[]> pdfs() {
            return Stream.of(Samples.pdf(), Samples.encryptedPdf(), Samples.pdfWithJavaScript());
        }

        @ParameterizedTest
        @MethodSource("pdfs")
        void is_taken_where_it_is_enabled(byte[] bytes) {
            var session = Client.ABLE.session();

            for (var type : List.of("application/pdf", "image/pdf", "application/x-pdf")) {
                var answer = Client.ABLE.upload(session, anImage().holding(type, bytes)).answer();

                assertThatAnswer(answer).isStored().isSignedFor(Client.ABLE);
                assertThat(answer.json().path("image").path("mimetype").asText())
                        .isEqualTo("application/pdf");
            }
        }

        @Test
        void is_no_picture() {
            refused(Client.ABLE, anImage().holding("image/*", Samples.pdf()));
        }
    }

    @Nested
    class Base64 {

        private final String base64 = Image.base64(Samples.seedJpeg());

        static Stream<String> ways() {
            var text = Image.base64(Samples.seedJpeg());
            return Stream.of(
                    text,
                    "data:image/jpeg;base64," + text,
                    "DATA:IMAGE/JPEG;BASE64," + text,
                    "data:image/jpeg;charset=utf-8;base64," + text,
                    "data:;base64," + text,
                    "data:image\\/jpeg;base64," + text.replace("/", "\\/"),
                    text.replace("+", "-").replace("/", "_"),
                    text.replace("+", "\\u002b"),
                    text.replaceAll("(.{76})", "$1\\\\r\\\\n"),
                    text.replaceAll("(.{64})", "$1\\\\n\\\\t "),
                    " \\t" + text + " ");
        }

        @ParameterizedTest
        @MethodSource("ways")
        void may_be_written_in_many_ways(String content) {
            stored(anImage().withText(content), "image/jpeg", 285);
        }

        @Test
        void may_lack_its_padding() {
            stored(
                    anImage().withText(Image.base64(Samples.seedPng()).replace("=", "")),
                    "image/png",
                    70);
            assertThat(base64).doesNotContain("=");
        }
    }

    @Nested
    class The_json {

        @ParameterizedTest
        @CsvSource({
            "application/json",
            "application/json; charset=utf-8",
            "APPLICATION/JSON",
            "text/plain",
            "application/x-www-form-urlencoded",
            "application/vnd.api+json"
        })
        void may_be_called_so(String type) {
            var session = Client.ACME.session();
            var body = anImage().json().getBytes(UTF_8);
            var call =
                    Client.ACME
                            .unsigned("POST", "/v1/sessions/" + session + "/media")
                            .with("x-hmac-signature", Client.ACME.sign(body))
                            .holding(type, body);

            assertThatAnswer(call.answer()).isStored();
        }

        static Stream<String> ways() {
            var content = anImage().content();
            return Stream.of(
                    "{\r\n  \"image\" : {\r\n    \"content\" : "
                            + content
                            + ",\r\n    \"context\" : \"face\"\r\n  }\r\n}\r\n",
                    "{\"a\":[{\"image\":{}}],\"image\":{\"inflowFeedback\":{\"content\":\"?\"},\"context\":\"face\",\"content\":"
                            + content
                            + ",\"timestamp\":null},\"z\":{\"image\":1}}",
                    "{\"im\\u0061ge\":{\"context\":\"f\\u0061ce\",\"content\":" + content + "}}");
        }

        @ParameterizedTest
        @MethodSource("ways")
        void may_be_written_in_many_ways(String body) {
            assertThatAnswer(Client.ACME.upload(Client.ACME.session(), body).answer()).isStored();
        }

        @Test
        void may_keep_its_promise() {
            var body = anImage().json();
            var answer =
                    Client.ACME
                            .upload(Client.ACME.session(), body)
                            .with("Content-Digest", Digests.header(body.getBytes(UTF_8)))
                            .with("Repr-Digest", "md5=:AAAA:")
                            .answer();

            assertThatAnswer(answer).isStored();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-01T10:00:00Z",
                "2020-01-01T00:00:00.000Z",
                "2016-02-29T23:59UTC",
                "2025-01-01T10:00:00+02:00",
                "2025-01-01T10:00:00.123456789012-0330"
            })
    void A_timestamp_may_be_written_so_and_is_kept(String timestamp) {
        var image = anImage().withTimestamp("\"" + timestamp + "\"");

        assertThatAnswer(Client.ACME.upload(Client.ACME.session(), image).answer()).isStored();
        assertThat(kept.row("select taken from media")).containsExactly(timestamp);
    }

    @Test
    void An_id_of_a_session_may_be_in_upper_case_and_a_slash_may_follow() {
        var session = Client.ACME.session();
        var shouted = session.toUpperCase(java.util.Locale.ROOT);
        var body = anImage().json();

        var answer = Client.ACME.send("POST", "/v1/sessions/" + shouted + "/media/", body).answer();

        assertThatAnswer(answer).isStored();
        assertThat(answer.json().path("image").path("sessionId").asText()).isEqualTo(session);
    }
}
