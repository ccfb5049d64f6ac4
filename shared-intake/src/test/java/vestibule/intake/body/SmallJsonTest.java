package vestibule.intake.body;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SmallJsonTest {

    @Test
    void reads_an_object_with_blanks_around_it() {
        assertThat(SmallJson.object(" {\"name\": \"Zoë\"}\r\n".getBytes(UTF_8)))
                .hasValueSatisfying(
                        object -> assertThat(object.path("name").asText()).isEqualTo("Zoë"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{}x",
                "{}{}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "\uFEFF{}"
            })
    void reads_nothing_else(String text) {
        assertThat(SmallJson.object(text.getBytes(UTF_8))).isEmpty();
    }

    static Stream<byte[]> otherBytes() {
        return Stream.of(
                "{}".getBytes(UTF_16),
                new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'},
                ("{\"a\":" + "[".repeat(100_000)).getBytes(UTF_8),
                ("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}").getBytes(UTF_8),
                ("{\"a\":[" + "{},".repeat(10_000) + "{}]}").getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("otherBytes")
    void nor_other_encodings_nor_what_is_too_deep_or_too_much(byte[] bytes) {
        assertThat(SmallJson.object(bytes)).isEmpty();
    }

    @Test
    void keeps_every_digit_of_a_number() {
        assertThat(SmallJson.object("{\"n\":1e400}".getBytes(UTF_8)).orElseThrow().path("n"))
                .hasToString("1E+400");
    }
}
