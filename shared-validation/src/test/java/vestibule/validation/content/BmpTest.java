package vestibule.validation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.validation.content.Inspection.inspect;
import static vestibule.validation.content.Inspection.size;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BmpTest {

    @Test
    void is_sound_with_a_size_in_its_header() {
        assertThat(inspect(Samples.bmp(3_000_000, 2_000_000)))
                .isEqualTo(
                        Facts.inert(
                                ContentType.BMP, true, Optional.of(size(3_000_000, 2_000_000))));
    }

    @Test
    void is_sound_with_rows_from_the_top_down() {
        assertThat(inspect(Samples.bmp(7, -5)).dimensions()).contains(size(7, 5));
    }

    @Test
    void is_sound_with_the_oldest_header() {
        byte[] picture =
                Bytes.of("BM")
                        .zeros(8)
                        .le32(26)
                        .le32(12)
                        .le16(7)
                        .le16(5)
                        .le16(1)
                        .le16(24)
                        .zeros(24)
                        .toArray();

        assertThat(inspect(picture))
                .isEqualTo(Facts.inert(ContentType.BMP, true, Optional.of(size(7, 5))));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "-1, 5", "7, 0"})
    void is_damaged_without_a_size(int width, int height) {
        assertThat(inspect(Samples.bmp(width, height)).sound()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11, 13, 65, 109, 125, -1})
    void is_damaged_with_an_unknown_header(int headerBytes) {
        assertThat(inspect(with(14, headerBytes)).sound()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 12, 64})
    void is_damaged_with_an_impossible_depth(int bits) {
        assertThat(inspect(with(28, bits)).sound()).isFalse();
    }

    @Test
    void is_damaged_when_the_pixels_would_lie_outside() {
        assertThat(inspect(with(10, 58)).sound()).isFalse();
        assertThat(inspect(with(10, 57)).sound()).isTrue();
    }

    @Test
    void is_damaged_when_cut() {
        assertThat(inspect(Arrays.copyOf(Samples.bmp(7, 5), 29)).sound()).isFalse();
    }

    private static byte[] with(int at, int value) {
        byte[] picture = Samples.bmp(7, 5);
        byte[] number = new Bytes().le32(value).toArray();
        System.arraycopy(number, 0, picture, at, at == 28 ? 2 : 4);
        return picture;
    }
}
