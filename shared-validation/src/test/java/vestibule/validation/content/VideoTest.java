package vestibule.validation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.validation.content.Inspection.inspect;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VideoTest {

    private static final String FTYP = "00000014 66747970 69736F6D 00000000 69736F6D";
    private static final String MOOV = "00000008 6D6F6F76";

    @Nested
    class Is_sound {

        @ParameterizedTest
        @MethodSource("vestibule.validation.content.VideoTest#videos")
        void in_every_container(ContentType type, byte[] video) {
            assertThat(inspect(video)).isEqualTo(Facts.inert(type, true, Optional.empty()));
        }

        @Test
        void without_a_brand_as_old_cameras_write_it() {
            assertThat(inspect(Samples.quickTimeWithoutBrand()))
                    .isEqualTo(Facts.inert(ContentType.QUICKTIME, true, Optional.empty()));
        }

        @Test
        void as_a_browser_records_it_without_saying_how_long_it_is() {
            assertThat(inspect(Samples.liveWebm()))
                    .isEqualTo(Facts.inert(ContentType.WEBM, true, Optional.empty()));
        }

        @Test
        void in_fragments() {
            assertThat(inspect(Samples.fragmentedMp4()).sound()).isTrue();
        }

        @Test
        void with_a_64_bit_size() {
            byte[] large = bytes(FTYP, MOOV, "00000001 6D646174 0000000000000014 00000000");

            assertThat(inspect(large).sound()).isTrue();
        }

        @Test
        void with_a_last_box_up_to_the_end() {
            assertThat(inspect(bytes(FTYP, MOOV, "00000000 6D646174 0102030405")).sound()).isTrue();
        }

        @Test
        void with_zeros_behind_the_last_box() {
            assertThat(inspect(bytes(FTYP, MOOV, "00".repeat(40))).sound()).isTrue();
        }

        @Test
        void on_a_disc_with_longer_packets() {
            assertThat(inspect(Samples.discTransportStream()).type())
                    .isEqualTo(ContentType.MPEG_TS);
        }
    }

    @Nested
    class Is_damaged {

        @ParameterizedTest
        @EnumSource(names = {"MP4", "QUICKTIME", "WEBM", "MATROSKA", "AVI", "ASF", "OGG_VIDEO"})
        void when_its_last_byte_is_missing(ContentType type) {
            byte[] whole = Objects.requireNonNull(Samples.videos().get(type));

            assertThat(inspect(Arrays.copyOf(whole, whole.length - 1)))
                    .isEqualTo(Facts.inert(type, false, Optional.empty()));
        }

        @Test
        void with_text_behind_its_first_box() {
            assertThat(inspect(Bytes.ofHex(FTYP).text("and here some text").toArray()).sound())
                    .isFalse();
        }

        @Test
        void when_the_pictures_are_cut_before_the_movie() {
            assertThat(inspect(bytes(FTYP, "00000100 6D646174 0000")).sound()).isFalse();
        }
    }

    @Nested
    class Is_no_video {

        @ParameterizedTest
        @MethodSource("vestibule.validation.content.VideoTest#sounds")
        void with_sound_alone(String name, byte[] sound) {
            assertThat(inspect(sound)).as(name).isEqualTo(Facts.unknown());
        }

        @Test
        void with_nothing_but_its_first_box() {
            assertThat(inspect(Samples.ftypAlone())).isEqualTo(Facts.unknown());
        }

        @Test
        void of_another_document_type() {
            byte[] video = Samples.webm();
            video[15] = 'x';

            assertThat(inspect(video)).isEqualTo(Facts.unknown());
        }
    }

    static Stream<Arguments> videos() {
        return Samples.videos().entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    static Stream<Arguments> sounds() {
        return Samples.soundOnly().entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static byte[] bytes(String... hex) {
        return Bytes.ofHex(String.join("", hex)).toArray();
    }
}
