package vestibule.validation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.validation.content.Inspection.inspect;
import static vestibule.validation.content.Inspection.size;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeifTest {

    @ParameterizedTest
    @CsvSource({
        "heic, heic, HEIC",
        "heix, mif1, HEIC",
        "heim, mif1, HEIC",
        "heis, mif1, HEIC",
        "mif1, heic, HEIC",
        "mif1, heis, HEIC",
        "mif1, mif1, HEIF",
        "mif1, miaf, HEIF",
        "hevc, heic, HEIC_SEQUENCE",
        "hevx, heic, HEIC_SEQUENCE",
        "hevm, heic, HEIC_SEQUENCE",
        "hevs, heic, HEIC_SEQUENCE",
        "msf1, hevc, HEIF_SEQUENCE",
        "avif, heic, AVIF",
        "avis, msf1, AVIF",
        "mif1, avif, AVIF",
        "msf1, avis, AVIF",
        "isom, avif, AVIF",
        "isom, mif1, UNKNOWN",
        "M4A , isom, UNKNOWN",
        "crx , isom, UNKNOWN",
    })
    void is_told_by_its_brands(String major, String compatible, ContentType type) {
        String brand = (major + "    ").substring(0, 4);

        assertThat(inspect(Samples.branded(brand, compatible)).type()).isEqualTo(type);
    }

    @Nested
    class Is_sound {

        @Test
        void with_one_coded_picture() {
            assertThat(inspect(Samples.heic(640, 480)))
                    .isEqualTo(Facts.inert(ContentType.HEIC, true, Optional.of(size(640, 480))));
        }

        @Test
        void with_a_grid_of_the_size_of_the_whole_and_not_of_a_tile() {
            assertThat(inspect(Samples.heicGrid(4032, 3024)))
                    .isEqualTo(Facts.inert(ContentType.HEIC, true, Optional.of(size(4032, 3024))));
        }

        @Test
        void as_a_sequence() {
            assertThat(inspect(Samples.branded("msf1", "hevc")).sound()).isTrue();
        }

        @Test
        void as_a_sequence_that_is_nothing_but_a_movie() {
            assertThat(inspect(Samples.movie("msf1", "pict")).sound()).isTrue();
        }
    }

    @Nested
    class Is_damaged {

        @Test
        void when_cut_anywhere_behind_its_brands() {
            byte[] whole = Samples.heicGrid(4032, 3024);

            for (int length = 24; length < whole.length; length++) {
                Facts facts = inspect(Arrays.copyOf(whole, length));
                assertThat(facts.type()).isEqualTo(ContentType.HEIC);
                assertThat(facts.sound()).as("cut at %d", length).isFalse();
            }
        }

        @ParameterizedTest
        @CsvSource({"pitm", "iprp", "ipco", "ipma", "ispe", "iloc", "meta"})
        void without(String box) {
            assertThat(inspect(renamed(Samples.heic(640, 480), box)).sound()).isFalse();
        }

        @Test
        void when_the_data_of_a_tile_lies_outside() {
            byte[] whole = Samples.heicGrid(4032, 3024);
            byte[] moved = Arrays.copyOf(whole, whole.length);
            int lastLength = indexOf(moved, "iinf") - 8;
            moved[lastLength + 3]++;

            assertThat(inspect(moved).sound()).isFalse();
            assertThat(inspect(whole).sound()).isTrue();
        }

        @Test
        void with_a_size_of_nothing() {
            assertThat(inspect(Samples.heic(0, 480)).sound()).isFalse();
        }

        @Test
        void when_its_description_is_beyond_our_bounds() {
            byte[] meta =
                    new Bytes()
                            .raw(Arrays.copyOf(Samples.heic(1, 1), 24))
                            .u32(HeifReader.MAX_META_BYTES + 9)
                            .text("meta")
                            .zeros(HeifReader.MAX_META_BYTES + 1)
                            .toArray();

            assertThat(inspect(meta).sound()).isFalse();
        }

        @Test
        void and_read_quickly_when_it_claims_endless_empty_extents() {
            Bytes items = new Bytes().u32(0).u16(0).u16(0xFFFF);
            for (int i = 0; i < 0xFFFF; i++) {
                items.u16(i).u16(0).u16(0xFFFF);
            }
            var fields = new Fields(items.toArray(), 0, items.size());

            assertThat(new HeifLocations(1, 1).inside(fields)).hasSize(0xFFFF);
        }
    }

    private static byte[] renamed(byte[] bytes, String box) {
        byte[] renamed = bytes.clone();
        renamed[indexOf(bytes, box)] = 'x';
        return renamed;
    }

    private static int indexOf(byte[] bytes, String text) {
        return ByteSearch.indexOf(bytes, Bytes.of(text).toArray(), 0, bytes.length);
    }
}
