package vestibule.intake.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.body.RecordedJson.Member;
import vestibule.validation.json.JsonKind;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingJsonTest {

    @Nested
    class Tells {

        @Test
        void every_member_with_its_path_and_kind() {
            var json =
                    RecordedJson.of(
                            "{\"image\":{\"context\":\"face\",\"n\":-1.5e3},\"a\":true,\"b\":false,\"c\":null}");

            assertThat(json.malformed).isFalse();
            assertThat(json.members)
                    .containsExactly(
                            new Member(List.of("image"), JsonKind.OBJECT, ""),
                            new Member(List.of("image", "context"), JsonKind.STRING, "face"),
                            new Member(List.of("image", "n"), JsonKind.NUMBER, "-1.5e3"),
                            new Member(List.of("a"), JsonKind.TRUE, ""),
                            new Member(List.of("b"), JsonKind.FALSE, ""),
                            new Member(List.of("c"), JsonKind.NULL, ""));
        }

        @Test
        void nothing_that_stands_in_an_array() {
            var json =
                    RecordedJson.of(
                            "{\"image\":[{\"content\":\"no\"},[1],{\"content\":\"no\"}],\"after\":1}");

            assertThat(json.malformed).isFalse();
            assertThat(json.members)
                    .containsExactly(
                            new Member(List.of("image"), JsonKind.ARRAY, ""),
                            new Member(List.of("after"), JsonKind.NUMBER, "1"));
        }

        @Test
        void escapes_undone() {
            var json =
                    RecordedJson.of(
                            """
                            {"a": "image\\/png \\u002b \\"\\\\ \\b\\f\\n\\r\\t \\u00e9\\u20AC \\ud83d\\ude00 é😀"}""");

            assertThat(json.texts()).containsExactly("image/png + \"\\ \b\f\n\r\t é€ 😀 é😀");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\\ud800",
                    "\\udc00",
                    "\\ud800x",
                    "\\ud800\\n",
                    "\\ud800\\u0041",
                    "\\ud800\\ud800",
                    "\\udc00\\ud800",
                    "\\ud800\\ud83d\\ude00",
                })
        void half_a_surrogate_pair_as_a_replacement_character(String string) {
            var json = RecordedJson.of("{\"a\":\"" + string + "\"}");

            assertThat(json.malformed).isFalse();
            assertThat(json.texts())
                    .containsExactly(
                            string.replace("\\ud83d\\ude00", "😀")
                                    .replace("\\ud800", "\uFFFD")
                                    .replace("\\udc00", "\uFFFD")
                                    .replace("\\n", "\n")
                                    .replace("\\u0041", "A"));
        }

        @Test
        void names_without_escapes() {
            assertThat(RecordedJson.of("{\"\\u0061\\/\":1}").members.getFirst().path())
                    .containsExactly("a/");
        }

        @Test
        void runs_of_the_array_it_was_given() {
            var arrays = new ArrayList<byte[]>();
            var fields = new JsonFields().expect((bytes, _, _) -> arrays.add(bytes), "a");
            var body = "{\"a\":\"one\\ntwo é\"}".getBytes(StandardCharsets.UTF_8);

            new JsonScanner(JsonScanner.Limits.USUAL, fields).accept(body, 0, body.length);

            assertThat(arrays).filteredOn(array -> array == body).hasSize(2);
        }
    }

    @Nested
    class Takes {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    " \t\r\n{ \"a\" : [ ] , \"b\" : { } } \t\r\n",
                    "{\"\":\"\"}",
                    "{\"a\":{\"a\":{\"a\":1}}}",
                    "{\"a\":[{\"b\":1},{\"b\":2}],\"b\":[\"a\",\"a\"]}",
                })
        void one_object(String text) {
            assertThat(RecordedJson.of(text).malformed).isFalse();
        }

        @Test
        void an_object_64_deep() {
            assertThat(RecordedJson.of(deep(64)).malformed).isFalse();
        }

        @Test
        void as_many_names_as_allowed_in_each_of_many_objects() {
            var limits = new JsonScanner.Limits(9, 5, 4, 20, 9);
            var object = "{\"a\":1,\"b\":2,\"c\":3}";

            var json =
                    RecordedJson.of("{\"l\":[" + object + ("," + object).repeat(50) + "]}", limits);

            assertThat(json.malformed).isFalse();
        }
    }

    @Nested
    class CallsMalformed {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "[]",
                    "[{}]",
                    "\"a\"",
                    "1",
                    "null",
                    "{",
                    "{\"a\"",
                    "{\"a\":1",
                    "{\"a\":\"b",
                    "{\"a\":1}}",
                    "{}{}",
                    "{} x",
                    "{}\u0000",
                    "\uFEFF{}",
                    "{\"a\":1,}",
                    "{\"a\":01}",
                    "{\"a\":tru}",
                    "{'a':1}",
                    "{\"a\":\"\t\"}",
                    "{\"a\":\"\\x\"}",
                    "{\"a\":\"\\u12g4\"}",
                    "{\"a\":1}//",
                    "purpose=passport&file=a",
                    "--b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\none\r\n--b--",
                })
        void what_is_no_object(String text) {
            assertThat(RecordedJson.of(text).malformed).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"a\":1,\"a\":1}",
                    "{\"a\":1,\"b\":2,\"\\u0061\":1}",
                    "{\"x\":{\"a\":1,\"a\":1}}",
                    "{\"x\":[{\"a\":1,\"a\":1}]}",
                    "{\"a\":{\"a\":{}},\"a\":1}",
                    "{\"\":1,\"\":1}",
                    "{\"é\":1,\"\\u00e9\":1}",
                })
        void a_name_twice_in_an_object(String text) {
            assertThat(RecordedJson.of(text).malformed).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1"})
        void another_encoding(String charset) {
            var body = "{\"a\":\"é\"}".getBytes(Charset.forName(charset));

            assertThat(RecordedJson.inArrays(body, () -> 100).malformed).isTrue();
        }

        @Test
        void an_object_65_deep() {
            assertThat(RecordedJson.of(deep(65)).malformed).isTrue();
        }

        @Test
        void an_object_100_000_deep_where_it_becomes_too_deep() {
            var json = RecordedJson.of(deep(100_000));

            assertThat(json.malformed).isTrue();
            assertThat(json.members).hasSize(63);
        }

        @Test
        void a_name_longer_than_allowed() {
            var limits = new JsonScanner.Limits(9, 5, 9, 99, 9);

            assertThat(RecordedJson.of("{\"12345\":1}", limits).malformed).isFalse();
            assertThat(RecordedJson.of("{\"123456\":1}", limits).malformed).isTrue();
        }

        @Test
        void more_names_than_allowed_in_all_open_objects() {
            var limits = new JsonScanner.Limits(9, 5, 3, 99, 9);

            assertThat(RecordedJson.of("{\"a\":{\"b\":1,\"c\":2}}", limits).malformed).isFalse();
            assertThat(RecordedJson.of("{\"a\":{\"b\":1,\"c\":2,\"d\":3}}", limits).malformed)
                    .isTrue();
        }

        @Test
        void longer_names_than_allowed_in_all_open_objects() {
            var limits = new JsonScanner.Limits(9, 5, 9, 10, 9);

            assertThat(RecordedJson.of("{\"12345\":{\"12345\":1}}", limits).malformed).isFalse();
            assertThat(RecordedJson.of("{\"12345\":{\"12345\":1,\"1\":1}}", limits).malformed)
                    .isTrue();
        }

        @Test
        void a_number_longer_than_allowed() {
            assertThat(RecordedJson.of("{\"a\":" + "1".repeat(1024) + "}").malformed).isFalse();
            assertThat(RecordedJson.of("{\"a\":" + "1".repeat(1025) + "}").malformed).isTrue();
            assertThat(RecordedJson.of("{\"a\":[" + "1".repeat(1025) + "]}").malformed).isTrue();
        }

        @Test
        void a_hundred_thousand_names_by_the_usual_limits() {
            var members =
                    IntStream.range(0, 100_000)
                            .mapToObj(i -> "\"" + i + "\":0")
                            .collect(Collectors.joining(","));

            assertThat(RecordedJson.of("{" + members + "}").malformed).isTrue();
        }
    }

    @Nested
    class Stops {

        @Test
        void when_its_handler_wants_no_more() {
            var sunk = new ArrayList<Integer>();
            var fields =
                    new JsonFields()
                            .expect(
                                    (bytes, offset, length) -> {
                                        sunk.add(length);
                                        return false;
                                    },
                                    "a");
            var scanner = new JsonScanner(JsonScanner.Limits.USUAL, fields);
            var body = "{\"a\":\"one\\ntwo\",\"a\":oops".getBytes(StandardCharsets.UTF_8);

            var goesOn = scanner.accept(body, 0, body.length);

            assertThat(goesOn).isFalse();
            assertThat(scanner.malformed()).isFalse();
            assertThat(sunk).containsExactly(3);
        }

        @Test
        void at_the_first_byte_that_cannot_be_right() {
            var scanner = new JsonScanner(JsonScanner.Limits.USUAL, new JsonFields());

            assertThat(scanner.accept("[".getBytes(StandardCharsets.UTF_8), 0, 1)).isFalse();
            assertThat(scanner.malformed()).isTrue();
        }
    }

    private static String deep(int depth) {
        return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }
}
