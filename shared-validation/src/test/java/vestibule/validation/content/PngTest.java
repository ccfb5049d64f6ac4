package vestibule.validation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.validation.content.Inspection.inspect;
import static vestibule.validation.content.Inspection.size;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.png.PngDirectory;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
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
class PngTest {

    private static final String HEADER = "00000010 00000008 08 02 00 00 00";

    @Nested
    class Is_sound {

        @Test
        void as_the_seed_sends_it() {
            assertThat(inspect(Samples.seedPng()))
                    .isEqualTo(Facts.inert(ContentType.PNG, true, Optional.of(size(1, 1))));
        }

        @Test
        void in_the_size_that_another_reader_finds() throws Exception {
            byte[] picture = Samples.png(640, 480);

            var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
            var directory = metadata.getFirstDirectoryOfType(PngDirectory.class);

            assertThat(directory.getInt(PngDirectory.TAG_IMAGE_WIDTH)).isEqualTo(640);
            assertThat(inspect(picture).dimensions()).contains(size(640, 480));
        }

        @Test
        void with_bytes_behind_its_end() {
            assertThat(inspect(new Bytes().raw(Samples.seedPng()).text("<?php").toArray()).sound())
                    .isTrue();
        }

        @Test
        void with_a_wrong_checksum_in_an_ancillary_chunk() {
            byte[] picture =
                    start(HEADER)
                            .u32(5)
                            .text("tEXt<?php")
                            .u32(0)
                            .raw(chunk("IDAT", new byte[9]))
                            .raw(chunk("IEND", new byte[0]))
                            .toArray();

            assertThat(inspect(picture).sound()).isTrue();
        }

        @Test
        void as_an_animation() {
            byte[] picture =
                    start(HEADER)
                            .raw(chunk("acTL", new byte[8]))
                            .raw(chunk("fcTL", new byte[26]))
                            .raw(chunk("IDAT", new byte[9]))
                            .raw(chunk("fdAT", new byte[9]))
                            .raw(chunk("IEND", new byte[0]))
                            .toArray();

            assertThat(inspect(picture).sound()).isTrue();
        }
    }

    @Nested
    class Is_damaged {

        @Test
        void when_cut_anywhere() {
            byte[] whole = Samples.png(20, 20);

            for (int length = 8; length < whole.length; length++) {
                Facts facts = inspect(Arrays.copyOf(whole, length));
                assertThat(facts.type()).isEqualTo(ContentType.PNG);
                assertThat(facts.sound()).as("cut at %d", length).isFalse();
            }
        }

        @Test
        void when_any_bit_behind_the_signature_is_wrong() {
            byte[] whole = Samples.seedPng();

            for (int bit = 8 * 8; bit < whole.length * 8; bit++) {
                byte[] flipped = whole.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(inspect(flipped).sound()).as("bit %d", bit).isFalse();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "00000000 00000008 08 02 00 00 00",
                    "00000010 00000000 08 02 00 00 00",
                    "80000000 00000008 08 02 00 00 00",
                    "00000010 00000008 04 02 00 00 00",
                    "00000010 00000008 20 02 00 00 00",
                    "00000010 00000008 10 03 00 00 00",
                    "00000010 00000008 08 01 00 00 00",
                    "00000010 00000008 08 07 00 00 00",
                    "00000010 00000008 08 02 01 00 00",
                    "00000010 00000008 08 02 00 01 00",
                    "00000010 00000008 08 02 00 00 02",
                    "00000010 00000008 08 02 00 00",
                    "00000010 00000008 08 02 00 00 00 00",
                })
        void with_an_illegal_header(String header) {
            assertThat(inspect(whole(start(header))).sound()).isFalse();
        }

        @Test
        void without_picture_data() {
            assertThat(inspect(start(HEADER).raw(chunk("IEND", new byte[0])).toArray()).sound())
                    .isFalse();
        }

        @Test
        void when_the_header_is_not_first_or_comes_twice() {
            Bytes late = signature().raw(chunk("tEXt", new byte[3])).raw(header(HEADER));

            assertThat(inspect(whole(late)).sound()).isFalse();
            assertThat(inspect(whole(start(HEADER).raw(header(HEADER)))).sound()).isFalse();
        }

        @Test
        void with_a_chunk_longer_than_the_format_allows() {
            assertThat(
                            inspect(start(HEADER).hex("FFFFFFFF").text("IDAT").zeros(50).toArray())
                                    .sound())
                    .isFalse();
        }
    }

    private static Bytes signature() {
        return Bytes.ofHex("89504E470D0A1A0A");
    }

    private static Bytes start(String header) {
        return signature().raw(header(header));
    }

    private static byte[] header(String header) {
        return chunk("IHDR", Bytes.ofHex(header).toArray());
    }

    private static byte[] whole(Bytes start) {
        return start.raw(chunk("IDAT", new byte[9])).raw(chunk("IEND", new byte[0])).toArray();
    }

    private static byte[] chunk(String name, byte[] body) {
        byte[] named = Bytes.of(name).raw(body).toArray();
        var checksum = new CRC32();
        checksum.update(named);
        return new Bytes().u32(body.length).raw(named).u32(checksum.getValue()).toArray();
    }
}
