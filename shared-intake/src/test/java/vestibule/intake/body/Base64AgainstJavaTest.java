package vestibule.intake.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK encodes and decodes the same texts and must find the same bytes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Base64AgainstJavaTest {

    private static final List<Base64.Encoder> ENCODERS =
            List.of(
                    Base64.getEncoder(),
                    Base64.getEncoder().withoutPadding(),
                    Base64.getUrlEncoder(),
                    Base64.getUrlEncoder().withoutPadding(),
                    Base64.getMimeEncoder(),
                    Base64.getMimeEncoder(64, new byte[] {'\n'}),
                    Base64.getMimeEncoder(4, new byte[] {'\n', ' '}));

    private static final List<String> PREFIXES =
            List.of("", "\n ", "data:image/png;base64,", " DATA:;a=b;BASE64,\r\n");

    private static final String DAMAGE = "A+/-_=\r\n \t\f\u0000\u00e9.";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 16, 300, 100_000})
    void what_the_JDK_encodes_is_decoded_in_arrays_of_up_to(int longest) {
        var random = new Random(20261120L + longest);
        for (var round = 0; round < 300; round++) {
            var bytes = bytes(random, round < 290 ? 200 : 30_000);
            var text = encoded(bytes, random);

            var read = RecordedBase64.inArrays(text, () -> 1 + random.nextInt(longest));

            assertThat(read.valid()).as(text).isTrue();
            assertThat(read.bytes()).isEqualTo(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void damaged_text_is_decoded_as_by_the_JDK_or_not_at_all() {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++) {
            var text =
                    damaged(
                            ENCODERS.get(random.nextInt(4)).encodeToString(bytes(random, 9)),
                            random);

            var read = RecordedBase64.inArrays(text, () -> 1 + random.nextInt(6));

            assertThat(Optional.of(read.bytes()).filter(_ -> read.valid()))
                    .as(text)
                    .isEqualTo(oracle(text));
        }
    }

    @Test
    void text_split_at_any_position_gives_the_same() {
        var random = new Random(11);
        for (var round = 0; round < 300; round++) {
            var text = damaged(encoded(bytes(random, 60), random), random);
            var whole = RecordedBase64.of(text);
            for (var split = 1; split < text.length(); split++) {
                var lengths = List.of(split, text.length() - split).iterator();

                assertThat(RecordedBase64.inArrays(text, lengths::next)).as(text).isEqualTo(whole);
            }
        }
    }

    private static byte[] bytes(Random random, int most) {
        var bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String encoded(byte[] bytes, Random random) {
        return PREFIXES.get(random.nextInt(PREFIXES.size()))
                + ENCODERS.get(random.nextInt(ENCODERS.size())).encodeToString(bytes);
    }

    private static String damaged(String text, Random random) {
        var at = random.nextInt(text.length() + 1);
        var kept = Math.min(text.length(), at + random.nextInt(2));
        return text.substring(0, at)
                + DAMAGE.charAt(random.nextInt(DAMAGE.length()))
                + text.substring(kept);
    }

    /** Takes the white space out that may stand there, and leaves the rest to the JDK. */
    private static Optional<String> oracle(String text) {
        var joined = text.replaceAll("^[ \t]+|[ \t]+$|[ \t]*[\r\n][ \t\r\n]*", "");
        return decode(Base64.getDecoder(), joined).or(() -> decode(Base64.getUrlDecoder(), joined));
    }

    private static Optional<String> decode(Base64.Decoder decoder, String text) {
        try {
            var bytes = decoder.decode(text.getBytes(StandardCharsets.ISO_8859_1));
            return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
