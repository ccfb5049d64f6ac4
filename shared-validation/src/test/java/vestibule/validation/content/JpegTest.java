package vestibule.validation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.validation.content.Inspection.inspect;
import static vestibule.validation.content.Inspection.size;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.jpeg.JpegDirectory;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JpegTest {

    private static final String FRAME = "FFC0 000B 08 0010 0020 01 011100";
    private static final String SCAN = "FFDA 0008 01 0100 003F00 AA";

    @Nested
    class Is_sound {

        @Test
        void as_the_seed_sends_it_without_an_end_marker() {
            assertThat(inspect(Samples.seedJpeg()))
                    .isEqualTo(Facts.inert(ContentType.JPEG, true, Optional.of(size(1, 1))));
        }

        @Test
        void with_bytes_behind_its_end() {
            byte[] picture = new Bytes().raw(Samples.jpeg(3, 2)).text("PK\3\4 a ZIP").toArray();

            assertThat(inspect(picture).sound()).isTrue();
        }

        @Test
        void with_fill_bytes_in_front_of_a_marker() {
            assertThat(jpeg("FFFFFF" + FRAME, "FFFF" + SCAN).sound()).isTrue();
        }

        @Test
        void with_one_byte_behind_the_scan_header() {
            assertThat(jpeg(FRAME, SCAN).sound()).isTrue();
        }

        @Test
        void in_the_four_colours_of_printers() {
            var frame = "FFC0 0014 08 0010 0020 04 011100 021100 031100 041100";

            assertThat(jpeg(frame, "FFDA 000E 04 0100 0200 0300 0400 003F00 AA").sound()).isTrue();
        }

        @Test
        void in_the_size_that_another_reader_finds() throws Exception {
            byte[] picture = Samples.jpeg(4032, 3024);

            var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
            var directory = metadata.getFirstDirectoryOfType(JpegDirectory.class);

            assertThat(inspect(picture).dimensions())
                    .contains(size(directory.getImageWidth(), directory.getImageHeight()))
                    .contains(size(4032, 3024));
        }

        @Test
        void however_large_its_header_says_it_is() {
            assertThat(inspect(Samples.jpeg(64250, 64250)).dimensions())
                    .contains(size(64250, 64250));
        }
    }

    @Nested
    class Is_damaged {

        @Test
        void when_cut_anywhere_before_the_picture_data() {
            byte[] whole = Samples.seedJpeg();
            int pictureData = whole.length - 7;

            for (int length = 3; length <= pictureData; length++) {
                Facts facts = inspect(Arrays.copyOf(whole, length));
                assertThat(facts.type()).isEqualTo(ContentType.JPEG);
                assertThat(facts.sound()).as("cut at %d", length).isFalse();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "FFC0 000B 08 0000 0020 01 011100",
                    "FFC0 000B 08 0010 0000 01 011100",
                    "FFC0 0008 08 0010 0020 00",
                    "FFC0 000A 08 0010 0020 01 0111",
                    FRAME + FRAME,
                    FRAME + "FFE0 0001",
                    FRAME + "FFD9",
                    FRAME + "FF00",
                    FRAME + "0000",
                })
        void with_these_segments_in_front_of_the_scan(String segments) {
            assertThat(jpeg(segments, SCAN).sound()).isFalse();
        }
    }

    private static Facts jpeg(String segments, String scan) {
        return inspect(Bytes.ofHex("FFD8").hex(segments).hex(scan).toArray());
    }
}
