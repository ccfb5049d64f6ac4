package vestibule.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.media.AnswerAssert.assertThatAnswer;
import static vestibule.media.Image.anImage;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.ErrorLog;
import vestibule.intake.client.Kept;

@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusingABodyTest {

    @RegisterExtension final Kept kept = MediaServiceStack.kept();

    private final ErrorLog errors = ErrorLog.begin();

    @AfterEach
    void nothing_is_kept() {
        kept.nothing();
        assertThat(errors.end()).isEmpty();
    }

    @Nested
    class By_its_json {

        static Stream<byte[]> noObject() {
            var good = anImage().json();
            return Stream.of(
                            "",
                            "[]",
                            "[" + good + "]",
                            "\"image\"",
                            "{",
                            good + "x",
                            good + good,
                            "\uFEFF" + good,
                            good.substring(0, good.length() - 1),
                            good.replace("{\"context\"", "{\"context\":\"face\",\"context\""),
                            good.replace("{\"image\"", "{\"image\":{},\"image\""),
                            "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                            "{\"a\":" + "{\"a\":".repeat(64) + "1" + "}".repeat(65))
                    .map(text -> text.getBytes(UTF_8));
        }

        @ParameterizedTest
        @MethodSource("noObject")
        void that_is_not_one_sound_object(byte[] body) {
            var session = Client.ACME.session();

            assertThatAnswer(Client.ACME.upload(session, body).answer())
                    .isInvalid()
                    .isSignedFor(Client.ACME);
        }

        @Test
        void that_is_not_utf_8() {
            var session = Client.ACME.session();

            for (var charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                assertThatAnswer(
                                Client.ACME
                                        .upload(session, anImage().json().getBytes(charset))
                                        .answer())
                        .isInvalid();
            }
            assertThatAnswer(
                            Client.ACME
                                    .upload(
                                            session,
                                            anImage()
                                                    .of("ü")
                                                    .json()
                                                    .getBytes(StandardCharsets.ISO_8859_1))
                                    .answer())
                    .isInvalid();
        }
    }

    @Nested
    class By_its_members {

        private String session = "";

        @BeforeEach
        void create() {
            session = Client.ACME.session();
        }

        private void refused(String body, int status, String code, String message) {
            assertThatAnswer(Client.ACME.upload(session, body).answer())
                    .isRefused(status, code, message)
                    .isSignedFor(Client.ACME);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"image\":null}",
                    "{\"context\":\"face\",\"base64\":\"AAAA\"}",
                    "{\"inflowFeedback\":true}"
                })
        void without_an_image(String body) {
            refused(body, 400, "1403", "Image property is missing.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"image\":\"AAAA\"}",
                    "{\"image\":[{}]}",
                    "{\"image\":{\"context\":5,\"content\":\"AAAA\"}}",
                    "{\"image\":{\"context\":[\"face\"],\"content\":\"AAAA\"}}",
                    "{\"image\":{\"context\":\"face\",\"content\":1234}}",
                    "{\"image\":{\"context\":\"face\",\"content\":{\"a\":1}}}"
                })
        void of_another_type(String body) {
            refused(body, 400, "1104", "Request includes invalid parameters.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"image\":{}}",
                    "{\"image\":{\"context\":null,\"content\":\"AAAA\"}}",
                    "{\"image\":{\"context\":\"\",\"content\":\"AAAA\"}}"
                })
        void without_a_context(String body) {
            refused(body, 400, "1102", "Mandatory parameters are missing from the request.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "selfie",
                    "Face",
                    " face",
                    "document-front-with-signature",
                    "\\ud800",
                    "document_front",
                    "face\\u0000"
                })
        void with_a_context_that_nobody_knows(String context) {
            refused(anImage().of(context).json(), 400, "1402", "Image context is not supported.");
        }

        @Test
        void with_a_context_of_a_million_characters() {
            refused(
                    anImage().of("face".repeat(250_000)).json(),
                    400,
                    "1402",
                    "Image context is not supported.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"image\":{\"context\":\"face\"}}",
                    "{\"image\":{\"context\":\"face\",\"content\":null}}",
                    "{\"image\":{\"context\":\"face\",\"content\":\"\"}}"
                })
        void without_content(String body) {
            refused(body, 400, "1400", "Image data not found.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAA+.../9fgAEAKcxisFjVfn0AAAAASUVORK5CYII=",
                    "AAAAA",
                    "AA=A",
                    "AA=",
                    "AA==AA==",
                    "AA AA",
                    "AAAA\\u0000",
                    "AAAA\\fAAAA",
                    "AAÄA",
                    "AA+_",
                    "data:image/png,AAAA",
                    "data:image/png;base64"
                })
        void with_content_that_is_not_base64(String content) {
            refused(
                    anImage().withText(content).json(),
                    400,
                    "1401",
                    "Image is not in valid base64.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"yesterday\"",
                    "\"2025-13-01T00:00:00Z\"",
                    "\"2025-02-29T00:00:00Z\"",
                    "\"2025-01-01T24:00:00Z\"",
                    "\"2025-01-01T00:60:00Z\"",
                    "\"2025-01-01T00:00:00\"",
                    "\"2025-01-01\"",
                    "\"2025-01-01T00:00:00.Z\"",
                    "\"2025-01-01T00:00:00+1\"",
                    "\"2025-01-01T00:00:00 Z\"",
                    "\"\"",
                    "1735725600",
                    "true",
                    "{}"
                })
        void with_a_timestamp_that_is_none(String timestamp) {
            timestampRefused(timestamp);
        }

        @Test
        void with_a_timestamp_of_1025_characters() {
            timestampRefused("\"2025-01-01T00:00:00." + "0".repeat(1_004) + "Z\"");
        }

        private void timestampRefused(String timestamp) {
            refused(
                    anImage().withTimestamp(timestamp).json(),
                    400,
                    "1202",
                    "Timestamp format is incorrect. YYYY-MM-DDTHH:MM:S+Timezone Offset|Z or UTC.");
        }
    }
}
