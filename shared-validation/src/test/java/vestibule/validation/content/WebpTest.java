package vestibule.validation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.validation.content.Inspection.inspect;
import static vestibule.validation.content.Inspection.size;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebpTest {

    static Stream<byte[]> pictures() {
        return Stream.of(
                Samples.webp(640, 480),
                Samples.lossyWebp(640, 480),
                Samples.losslessWebp(640, 480));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void is_sound_in_each_of_its_forms(byte[] picture) {
        Facts facts = inspect(picture);

        assertThat(facts.type()).isEqualTo(ContentType.WEBP);
        assertThat(facts.sound()).isTrue();
        assertThat(facts.dimensions()).contains(size(640, 480));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void is_damaged_when_cut_anywhere(byte[] picture) {
        for (int length = 12; length < picture.length; length++) {
            assertThat(inspect(Arrays.copyOf(picture, length)).sound()).as("%d", length).isFalse();
        }
    }

    @Test
    void is_damaged_when_the_first_chunk_is_none_of_the_three() {
        byte[] picture = Samples.webp(640, 480);
        picture[15] = 'Y';

        assertThat(inspect(picture).sound()).isFalse();
    }

    @Test
    void is_damaged_when_a_chunk_reaches_over_the_end() {
        byte[] picture = Samples.webp(640, 480);
        picture[16] = 11;

        assertThat(inspect(picture).sound()).isFalse();
    }

    @Test
    void is_damaged_without_a_size() {
        assertThat(inspect(Samples.lossyWebp(0, 480)).sound()).isFalse();
    }

    @Test
    void is_nothing_we_know_in_another_form() {
        assertThat(inspect(Bytes.of("RIFF").le32(20).text("WAVEfmt ").zeros(20).toArray()).type())
                .isEqualTo(ContentType.UNKNOWN);
    }
}
