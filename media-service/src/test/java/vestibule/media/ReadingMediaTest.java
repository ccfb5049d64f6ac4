package vestibule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.media.AnswerAssert.assertThatAnswer;
import static vestibule.media.Image.anImage;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** Media as they are listed and downloaded. */
@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingMediaTest {

    private static final String NIL = "00000000-0000-0000-0000-000000000000";

    @RegisterExtension final Kept kept = MediaServiceStack.kept();

    private static String id(Answer stored) {
        return stored.json().path("image").path("id").asText();
    }

    @Nested
    class A_list {

        @Test
        void of_a_new_session_is_empty() {
            assertThat(Client.ACME.list(Client.ACME.session()).answer().text())
                    .isEqualTo("{\"status\":\"success\",\"images\":[],\"videos\":[]}");
        }

        @Test
        void has_what_the_uploads_answered_oldest_first_and_pdfs_too() {
            var session = Client.ABLE.session();
            var one = Client.ABLE.upload(session, anImage()).answer();
            var two =
                    Client.ABLE
                            .upload(session, anImage().of("face").holding(Samples.pdf()))
                            .answer();

            var list = Client.ABLE.list(session).answer();

            assertThatAnswer(list).hasStatus(200).isSignedFor(Client.ABLE);
            assertThat(list.json().path("images"))
                    .containsExactly(one.json().path("image"), two.json().path("image"));
            assertThatAnswer(
                            Client.ABLE
                                    .call("HEAD", "/v1/sessions/" + session + "/media", session)
                                    .answer())
                    .hasStatus(200)
                    .hasHeader("x-hmac-signature", list.header("x-hmac-signature").orElseThrow());
        }
    }

    @Nested
    class A_download {

        static Stream<Arguments> kinds() {
            return Stream.of(
                    Arguments.of(Samples.seedJpeg(), "image/jpeg", "jpg"),
                    Arguments.of(Samples.seedPng(), "image/png", "png"),
                    Arguments.of(Samples.webp(2, 3), "image/webp", "webp"),
                    Arguments.of(Samples.heic(2, 3), "image/heic", "heic"),
                    Arguments.of(Samples.heif(2, 3), "image/heif", "heif"),
                    Arguments.of(Samples.pdf(), "application/pdf", "pdf"));
        }

        @ParameterizedTest
        @MethodSource("kinds")
        void has_the_bytes_and_their_signature(byte[] bytes, String type, String extension) {
            var media =
                    id(
                            Client.ABLE
                                    .upload(Client.ABLE.session(), anImage().holding(bytes))
                                    .answer());

            var get = Client.ABLE.download(media).answer();
            var head = Client.ABLE.call("HEAD", "/v1/media/" + media, media).answer();

            assertThat(get.bytes()).isEqualTo(bytes);
            assertThat(head.bytes()).isEmpty();
            for (var answer : List.of(get, head)) {
                assertThatAnswer(answer)
                        .hasStatus(200)
                        .hasHeader("Content-Type", type)
                        .hasHeader("Content-Length", "" + bytes.length)
                        .hasHeader(
                                "Content-Disposition",
                                "attachment; filename*=UTF-8''document-back." + extension)
                        .hasHeader("X-Content-Type-Options", "nosniff")
                        .hasHeader("Cache-Control", "private, no-store")
                        .hasHeader("Repr-Digest", Digests.header(bytes))
                        .hasHeader("x-auth-client", Client.ABLE.apiKey())
                        .hasHeader("x-hmac-signature", Client.ABLE.sign(bytes));
            }
        }

        @Test
        void of_anybody_else_is_unknown_byte_for_byte() {
            var media = id(Client.ACME.upload(Client.ACME.session(), anImage()).answer());
            var nothing = Client.GLOBEX.download(NIL).answer();

            for (var other : List.of(Client.GLOBEX, Client.ABLE)) {
                var answer = other.download(media).answer();

                assertThatAnswer(answer).isNotFound().isSignedFor(other);
                assertThat(answer.bytes()).isEqualTo(nothing.bytes());
            }
        }

        @Test
        void needs_an_id_that_is_one_and_its_signature() {
            assertThatAnswer(Client.ACME.download("x").answer())
                    .isRefused(400, "1002", "Query ID must be a valid UUID V4")
                    .isSignedFor(Client.ACME);
            assertThatAnswer(Client.ACME.withSecret("wrong").download("x").answer())
                    .isRefused(401, "1818");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v1/sessions, POST",
        "PUT, /v1/sessions/x, 'DELETE, GET, HEAD, PATCH'",
        "PUT, /v1/sessions/x/media, 'GET, HEAD, POST'",
        "TRACE, /v1/sessions/x/media, 'GET, HEAD, POST'",
        "POST, /v1/media/x, 'GET, HEAD'"
    })
    void Other_methods_are_not_allowed(String method, String path, String allowed) {
        assertThatAnswer(Call.of(method, path).answer())
                .isRefused(405, "1101", "Method not allowed")
                .hasHeader("Allow", allowed)
                .isNotSigned();
    }
}
