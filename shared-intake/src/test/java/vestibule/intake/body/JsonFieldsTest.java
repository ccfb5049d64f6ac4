package vestibule.intake.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vestibule.validation.json.JsonKind;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonFieldsTest {

    private final TextField context = new TextField(20);
    private final TextField content = new TextField(20);
    private final JsonFields fields =
            new JsonFields()
                    .expect(context, "image", "context")
                    .expect(content, "image", "content");

    @Test
    void hand_each_expected_text_to_its_own_sink() {
        read(
                "{\"image\":{\"content\":\"AAAA\",\"x\":\"no\",\"context\":\"face\"},\"context\":\"no\"}");

        assertThat(context.text()).isEqualTo("face");
        assertThat(content.text()).isEqualTo("AAAA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"image\":{\"content\":\"\"}} | STRING",
                "{\"image\":{\"content\":1}} | NUMBER",
                "{\"image\":{\"content\":true}} | TRUE",
                "{\"image\":{\"content\":false}} | FALSE",
                "{\"image\":{\"content\":null}} | NULL",
                "{\"image\":{\"content\":[\"AAAA\"]}} | ARRAY",
                "{\"image\":{\"content\":{\"content\":\"AAAA\"}}} | OBJECT",
            })
    void remember_the_kind_that_came(String text, JsonKind kind) {
        read(text);

        assertThat(fields.kind("image")).contains(JsonKind.OBJECT);
        assertThat(fields.kind("image", "content")).contains(kind);
        assertThat(fields.kind("image", "context")).isEmpty();
        assertThat(content.text()).isEqualTo(kind == JsonKind.NUMBER ? "1" : "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"image\":\"text\"} | STRING",
                "{\"image\":[{\"content\":\"AAAA\"}]} | ARRAY"
            })
    void remember_what_came_for_an_object_around_a_member(String text, JsonKind kind) {
        read(text);

        assertThat(fields.kind("image")).contains(kind);
        assertThat(fields.kind("image", "content")).isEmpty();
        assertThat(content.text()).isEmpty();
    }

    @Test
    void know_nothing_of_what_they_do_not_expect() {
        read("{\"other\":{\"image\":{\"content\":\"AAAA\"}}}");

        assertThat(fields.kind("image")).isEmpty();
        assertThat(fields.kind("other")).isEmpty();
        assertThat(content.text()).isEmpty();
    }

    private void read(String text) {
        var scanner = new JsonScanner(JsonScanner.Limits.USUAL, fields);
        var body = text.getBytes(StandardCharsets.UTF_8);
        scanner.accept(body, 0, body.length);
        scanner.end();
        assertThat(scanner.malformed()).isFalse();
    }
}
