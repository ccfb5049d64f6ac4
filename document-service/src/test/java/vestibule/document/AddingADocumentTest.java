package vestibule.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.document.AnswerAssert.assertThatAnswer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Call;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

/** {@code POST /api/v2/my/documents} with the bytes of the document. */
@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AddingADocumentTest {

    private static final String SHA256 =
            "6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0";

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    @Nested
    class Answers_201 {

        @Test
        void with_every_member_of_the_document() throws Exception {
            var answer = Calls.added();

            assertThatAnswer(answer)
                    .isStored()
                    .hasHeader("Content-Type", "application/json")
                    .hasHeader("Location", Calls.pathOf(answer));
            assertThat(answer.json())
                    .isEqualTo(
                            json(
                                    """
                                    {"id":%1$d,"typeId":1,
                                     "type":{"id":1,"name":"passport","caption":"Passport",
                                             "group":{"id":1,"caption":"Proof of identity"}},
                                     "status":"pending","comment":null,"contentAvailable":true,
                                     "file":{"name":"passport.png","mimeType":"image/png",
                                             "size":70,"sha256":"%2$s",
                                             "url":"%3$s/api/v2/my/documents/%1$d/file"},
                                     "createTime":"%4$s","updateTime":null}
                                    """
                                            .formatted(
                                                    Calls.idOf(answer),
                                                    SHA256,
                                                    server(),
                                                    answer.json().path("createTime").asText())));
            assertThat(answer.json().path("createTime").asText())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00");
        }

        @Test
        void and_keeps_one_row_one_object_and_one_event() {
            Calls.added();

            kept.exactly(1);
            assertThat(kept.objects().getFirst()).hasBinaryContent(Samples.seedPng());
            assertThat(
                            kept.row(
                                    "select tenant, subject_id, media_type, size, sha256, status,"
                                            + " type_id, name from document"))
                    .containsExactly(
                            "acme",
                            "client-42",
                            "image/png",
                            "70",
                            SHA256,
                            "pending",
                            "1",
                            "passport.png");
        }

        @Test
        void under_the_shorter_prefix_with_places_under_it_too() {
            var answer = Calls.of("POST", "/v2/my/documents").holding(Calls.form()).answer();

            assertThatAnswer(answer)
                    .isStored()
                    .hasHeader("Location", "/v2/my/documents/" + Calls.idOf(answer));
            assertThat(answer.json().at("/file/url").asText())
                    .isEqualTo(server() + "/v2/my/documents/" + Calls.idOf(answer) + "/file");
        }

        @Test
        void with_ids_that_grow() {
            assertThat(Calls.idOf(Calls.added())).isLessThan(Calls.idOf(Calls.added()));
        }

        @Test
        void to_fifty_at_once_with_fifty_ids() {
            var ids =
                    IntStream.range(0, 50)
                            .parallel()
                            .mapToObj(i -> Calls.idOf(Calls.added()))
                            .distinct()
                            .toList();

            assertThat(ids).hasSize(50);
            kept.exactly(50);
        }
    }

    @Nested
    class Takes_the_bytes_from_JSON {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/x-www-form-urlencoded",
                    "application/json",
                    "text/plain; charset=utf-8",
                    "application/json; charset=utf-16",
                    "multipart/mixed; boundary=x",
                    "json",
                    ""
                })
        void under_any_media_type(String type) {
            var answer =
                    Calls.post().holding(type, Calls.json(Calls.png()).getBytes(UTF_8)).answer();

            assertThatAnswer(answer).isStored();
            assertThat(answer.json().at("/file/sha256").asText()).isEqualTo(SHA256);
            assertThat(answer.json().at("/file/name").asText()).isEqualTo("document.png");
        }

        @ParameterizedTest
        @MethodSource("vestibule.document.AddingADocumentTest#strings")
        void in_every_spelling_of_base64(String file) {
            var answer = Calls.add(Calls.json(file)).answer();

            assertThatAnswer(answer).isStored();
            assertThat(answer.json().at("/file/sha256").asText()).isEqualTo(SHA256);
        }

        @Test
        void whose_Base64_is_not_decoded_from_a_form_first() {
            var png = new Bytes().raw(Samples.seedPng()).hex("FFFF FBEFBE FFFFFF").toArray();
            assertThat(Calls.base64(png)).endsWith("//++++////");

            var answer = Calls.add(Calls.json(Calls.base64(png))).answer();

            assertThatAnswer(answer).isStored();
            assertThat(kept.objects().getFirst()).hasBinaryContent(png);
        }

        @Test
        void whatever_else_is_in_it() {
            var answer =
                    Calls.add(
                                    " \n{\"id\":7,\"status\":\"approved\",\"clientId\":[{\"a\":1}],"
                                            + "\"typeId\":1,\"file\":\""
                                            + Calls.png()
                                            + "\"} \n")
                            .answer();

            assertThatAnswer(answer).isStored();
            assertThat(answer.json().path("status").asText()).isEqualTo("pending");
            assertThat(kept.row("select subject_id, status from document"))
                    .containsExactly("client-42", "pending");
        }

        @ParameterizedTest
        @MethodSource("vestibule.document.AddingADocumentTest#contents")
        void and_names_it_by_its_content(byte[] content, String name, String type) {
            var answer = Calls.add(Calls.json(Calls.base64(content))).answer();

            assertThatAnswer(answer).isStored();
            assertThat(answer.json().at("/file/name").asText()).isEqualTo(name);
            assertThat(answer.json().at("/file/mimeType").asText()).isEqualTo(type);
        }
    }

    @Nested
    class Takes_the_type {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"typeId\":1",
                    "\"typeId\":\"1\"",
                    "\"typeID\":1",
                    "\"typeID\":1,\"typeId\":\"1\"",
                    "\"typeID\":null,\"typeId\":1"
                })
        void in_either_spelling_as_number_or_text(String types) {
            var answer = Calls.add("{%s,\"file\":\"%s\"}".formatted(types, Calls.png())).answer();

            assertThatAnswer(answer).isStored();
            assertThat(answer.json().path("typeId").intValue()).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource({"7, passport", "8, selfie_with_pet"})
        void from_the_clients_own_list(int id, String name) {
            var content = id == 8 ? Samples.webp(1, 1) : Samples.seedPng();
            var form = Form.empty().text("typeId", "" + id).file("x", content);

            var answer = Calls.add(form).as(Calls.GLOBEX).answer();

            assertThatAnswer(answer).isStored();
            assertThat(answer.json().at("/type/name").asText()).isEqualTo(name);
        }
    }

    @Nested
    class Keeps_its_manners {

        @ParameterizedTest
        @CsvSource({"Accept, text/html", "Accept-Language, de", "Content-Encoding, identity"})
        void whatever_a_browser_says(String header, String value) {
            assertThatAnswer(Calls.add(Calls.form()).with(header, value).answer()).isStored();
        }

        @Test
        void under_a_trailing_slash() {
            var call = Calls.of("POST", Calls.DOCUMENTS + "/").holding(Calls.form());

            assertThatAnswer(call.answer()).isStored();
        }

        @Test
        void and_names_the_request() {
            var call = Calls.add(Calls.form()).with("X-Request-Id", "order-66.A_b");

            assertThatAnswer(call.answer()).hasHeader("X-Request-Id", "order-66.A_b");
        }
    }

    static List<String> strings() {
        var png = Calls.png();
        return List.of(
                png,
                png.replace("=", ""),
                png.replace('+', '-').replace('/', '_'),
                png.substring(0, 20) + "\\r\\n" + png.substring(20),
                " \\t" + png + "\\n",
                png.substring(0, 8) + " \\n\\t" + png.substring(8),
                png.replace("/", "\\/").replace("i", "\\u0069"),
                "data:image/png;base64," + png,
                "DATA:;BASE64," + png,
                "data:image/*;base64," + png,
                "data:image/x-png;charset=utf-8;base64," + png,
                "data:application/octet-stream;base64," + png.replace("=", ""));
    }

    static Object[][] contents() {
        return new Object[][] {
            {Samples.jpeg(1, 1), "document.jpg", "image/jpeg"},
            {Samples.seedPng(), "document.png", "image/png"},
            {Samples.pdf(), "document.pdf", "application/pdf"},
            {Samples.heic(64, 48), "document.heic", "image/heic"},
        };
    }

    private static String server() {
        return "http://" + Call.server().getAuthority();
    }

    private static JsonNode json(String text) throws Exception {
        return new JsonMapper().readTree(text);
    }
}
