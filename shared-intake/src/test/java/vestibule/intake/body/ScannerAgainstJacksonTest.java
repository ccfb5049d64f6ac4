package vestibule.intake.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.body.RecordedJson.Member;
import vestibule.validation.json.JsonKind;

/** Jackson reads the same bodies and must find the same members, or also find none. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScannerAgainstJacksonTest {

    private static final JsonFactory JACKSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private static final List<String> NAMES =
            List.of(
                    "",
                    "a",
                    "b",
                    "é",
                    "€",
                    "😀",
                    "\u007F",
                    "\\n",
                    "\\/",
                    "\\\"",
                    "\\\\",
                    "\\u0061",
                    "\\u002B",
                    "\\ud83d\\ude00",
                    "plain text");

    /** Not in names: two that differ in half a surrogate pair are the same name for the scanner. */
    private static final List<String> HALVES = List.of("\\ud800", "\\udc00", "\\ud83d");

    private static final List<String> NUMBERS =
            List.of("0", "-0", "1", "12.50", "1e5", "-1E+400", "0.1e-2", "9223372036854775808");

    private static final String DAMAGE = "{}[]:,\"\\u0e-+.1tfn \t\u0000é";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 40, 100_000})
    void finds_the_same_members_in_arrays_of_up_to(int longest) {
        var random = new Random(20261120L + longest);
        for (var round = 0; round < 300; round++) {
            var body = object(random, 3).getBytes(StandardCharsets.UTF_8);

            agree(body, RecordedJson.inArrays(body, () -> 1 + random.nextInt(longest)));
        }
    }

    @Test
    void agrees_about_damaged_objects() {
        var random = new Random(7);
        for (var round = 0; round < 5_000; round++) {
            var body = damaged(object(random, 2), random);

            agree(body, RecordedJson.inArrays(body, () -> 1 + random.nextInt(9)));
        }
    }

    @Test
    void agrees_about_objects_with_a_bit_flipped() {
        var random = new Random(11);
        for (var round = 0; round < 5_000; round++) {
            var body = object(random, 2).getBytes(StandardCharsets.UTF_8);
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));

            agree(body, RecordedJson.inArrays(body, () -> body.length));
        }
    }

    @Test
    void makes_the_same_of_a_body_split_at_any_position() {
        var random = new Random(13);
        for (var round = 0; round < 100; round++) {
            var body = damaged(object(random, 2), random);
            var whole = RecordedJson.inArrays(body, () -> body.length);
            for (var split = 1; split < body.length; split++) {
                var lengths = List.of(split, body.length - split).iterator();

                var json = RecordedJson.inArrays(body, lengths::next);

                assertThat(json.malformed).isEqualTo(whole.malformed);
                assertThat(json.members).isEqualTo(whole.members);
            }
        }
    }

    private static void agree(byte[] body, RecordedJson json) {
        var expected = oracle(body);
        var text = new String(body, StandardCharsets.UTF_8);

        assertThat(json.malformed).as(text).isEqualTo(expected.isEmpty());
        expected.ifPresent(members -> assertThat(json.members).as(text).isEqualTo(members));
    }

    private static String object(Random random, int depth) {
        var members = new ArrayList<String>();
        for (var i = random.nextInt(4); i > 0; i--) {
            members.add(
                    "\""
                            + text(random, NAMES)
                            + "\""
                            + blank(random)
                            + ":"
                            + value(random, depth - 1));
        }
        return blank(random) + "{" + String.join(",", members) + blank(random) + "}";
    }

    private static String value(Random random, int depth) {
        var value =
                switch (random.nextInt(depth == 0 ? 6 : 9)) {
                    case 0, 1 -> string(random);
                    case 2 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
                    case 3 -> "true";
                    case 4 -> "false";
                    case 5 -> "null";
                    case 6 -> "[" + value(random, depth - 1) + "," + value(random, depth - 1) + "]";
                    default -> object(random, depth);
                };
        return blank(random) + value + blank(random);
    }

    private static String string(Random random) {
        return "\"" + text(random, NAMES) + text(random, HALVES) + text(random, NAMES) + "\"";
    }

    private static String text(Random random, List<String> pieces) {
        var text = new StringBuilder();
        for (var i = random.nextInt(4); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private static String blank(Random random) {
        return random.nextInt(8) == 0 ? " \r\n\t" : "";
    }

    private static byte[] damaged(String object, Random random) {
        var at = random.nextInt(object.length());
        var piece = DAMAGE.charAt(random.nextInt(DAMAGE.length()));
        var kept = random.nextBoolean() ? at : at + 1;
        return (object.substring(0, at) + piece + object.substring(kept))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The members as Jackson finds them; empty when it finds no single object. */
    private static Optional<List<Member>> oracle(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            try (var parser = JACKSON.createParser(text)) {
                var members = new ArrayList<Member>();
                var read = parser.nextToken() == JsonToken.START_OBJECT;
                if (read) {
                    object(parser, List.of(), members);
                }
                return read && parser.nextToken() == null ? Optional.of(members) : Optional.empty();
            }
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static void object(JsonParser parser, List<String> path, List<Member> members)
            throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var memberPath = new ArrayList<>(path);
            memberPath.add(wellFormed(parser.currentName()));
            member(parser, memberPath, members);
        }
    }

    private static void member(JsonParser parser, List<String> path, List<Member> members)
            throws IOException {
        var kind = kind(parser.nextToken());
        var hasText = kind == JsonKind.STRING || kind == JsonKind.NUMBER;
        members.add(new Member(path, kind, hasText ? wellFormed(parser.getText()) : ""));
        if (kind == JsonKind.OBJECT) {
            object(parser, path, members);
        } else if (kind == JsonKind.ARRAY) {
            parser.skipChildren();
        }
    }

    private static JsonKind kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> JsonKind.OBJECT;
            case START_ARRAY -> JsonKind.ARRAY;
            case VALUE_STRING -> JsonKind.STRING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonKind.NUMBER;
            case VALUE_TRUE -> JsonKind.TRUE;
            case VALUE_FALSE -> JsonKind.FALSE;
            case VALUE_NULL -> JsonKind.NULL;
            default -> throw new AssertionError(token);
        };
    }

    private static String wellFormed(String text) {
        return text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
