package vestibule.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.document.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.AFile;
import vestibule.intake.client.Call;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.intake.probe.Talk;
import vestibule.validation.samples.Samples;

@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusingABodyTest {

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    private static final String REQUIRED = "file: The file field is required.";
    private static final String BODY = "null: The request body is not valid.";

    @AfterEach
    void nothing_is_kept() {
        kept.nothing();
        assertThat(kept.number("select count(*) from awaited_document")).isZero();
    }

    @Nested
    class The_body {

        @ParameterizedTest
        @MethodSource("vestibule.document.RefusingABodyTest#bodies")
        void that_is_no_JSON_object(byte[] body) {
            assertThatAnswer(Calls.post().holding(Calls.FORM_URLENCODED, body).answer())
                    .isInvalid(BODY);
        }

        @Test
        void that_is_100_000_deep_before_its_end_has_come() throws IOException {
            try (var talk = Talk.to(Call.server())) {
                talk.say(
                        "POST /api/v2/my/documents HTTP/1.1",
                        "Host: x",
                        "Authorization: Bearer " + Calls.ACME,
                        "Content-Length: 5000000");

                var answer = talk.sayRaw("{\"a\":".repeat(100_000)).hear();

                assertThat(answer.code()).isEqualTo(400);
                assertThat(answer.body()).contains("The request body is not valid.");
            }
        }

        @ParameterizedTest
        @MethodSource("vestibule.document.RefusingABodyTest#forms")
        void that_is_no_sound_form(String type, byte[] body) {
            assertThatAnswer(Calls.post().holding(type, body).answer()).isInvalid(BODY);
        }
    }

    @Nested
    class The_digest {

        @ParameterizedTest
        @ValueSource(strings = {"Content-Digest", "Repr-Digest"})
        void that_differs_from_the_body(String header) {
            assertThatAnswer(
                            Calls.add(Calls.form())
                                    .with(header, Digests.header(new byte[1]))
                                    .answer())
                    .isInvalid("null: The digest does not match the content.");
        }

        @Test
        void that_differs_from_the_part() {
            var file = AFile.named("a.png").with("Content-Digest: " + Digests.header(new byte[1]));

            assertThatAnswer(Calls.add(Calls.form(file)).answer())
                    .isInvalid("null: The digest does not match the content.");
        }

        @Test
        void that_differs_from_any_other_part() {
            var form =
                    Calls.form()
                            .part(
                                    "Content-Disposition: form-data; name=\"note\"\r\nContent-Digest: "
                                            + Digests.header(new byte[1]),
                                    "other".getBytes(UTF_8));

            assertThatAnswer(Calls.add(form).answer())
                    .isInvalid("null: The digest does not match the content.");
        }

        @Test
        void only_where_the_fields_are_in_order() {
            assertThatAnswer(
                            Calls.add("{\"typeId\":1}")
                                    .with("Content-Digest", Digests.header(new byte[1]))
                                    .answer())
                    .isInvalid(REQUIRED);
        }
    }

    static List<byte[]> bodies() {
        var json = Calls.json(Calls.png());
        return List.of(
                new byte[0],
                "[]".getBytes(UTF_8),
                "\"a\"".getBytes(UTF_8),
                "file=a&typeId=1".getBytes(UTF_8),
                json.getBytes(java.nio.charset.StandardCharsets.UTF_16),
                ("\uFEFF" + json).getBytes(UTF_8),
                (json + "x").getBytes(UTF_8),
                json.substring(0, json.length() - 1).getBytes(UTF_8),
                "{\"typeId\":1,\"typeId\":1,\"file\":\"a\"}".getBytes(UTF_8),
                Samples.seedPng());
    }

    static Object[][] forms() {
        var form = Calls.form();
        var type = form.contentType();
        var bytes = form.bytes();
        var lines = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        var many = Form.empty();
        IntStream.range(0, 10_000).forEach(i -> many.text("a", "b"));
        return new Object[][] {
            {"multipart/form-data", bytes},
            {"multipart/form-data; boundary=" + "b".repeat(71), bytes},
            {"multipart/form-data; boundary=other", bytes},
            {type, Arrays.copyOf(bytes, bytes.length - 4)},
            {
                type,
                lines.replace("\r\n", "\n").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)
            },
            {type, many.bytes()},
            {type, Calls.form(AFile.named("a").with("X-Long: " + "x".repeat(65_536))).bytes()},
            {type, Calls.form(AFile.named("a").declaredAs("multipart/mixed; boundary=x")).bytes()},
            {type, Calls.form(AFile.named("a").with("Content-Transfer-Encoding: base64")).bytes()},
        };
    }
}
