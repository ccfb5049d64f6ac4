package vestibule.validation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vestibule.validation.Facts;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

/** Whatever the bytes: a value, in time, the same for any chunks. Set -Dseed to run one again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnyInputTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = 300;
    private static final int LONG_BYTES = 400_000;

    private final Random random = new Random(SEED);

    static Stream<byte[]> samples() {
        List<byte[]> samples = new ArrayList<>();
        samples.addAll(Samples.videos().values());
        samples.addAll(Samples.soundOnly().values());
        samples.addAll(Samples.refused().values());
        samples.addAll(
                List.of(
                        Samples.seedJpeg(),
                        Samples.png(30, 20),
                        Samples.bmp(30, 20),
                        Samples.webp(30, 20),
                        Samples.lossyWebp(30, 20),
                        Samples.losslessWebp(30, 20),
                        Samples.heic(30, 20),
                        Samples.heicGrid(4032, 3024),
                        Samples.branded("msf1", "hevc"),
                        Samples.pdf(),
                        Samples.encryptedPdf(),
                        Samples.pdfWithJavaScript(),
                        Samples.pdfWithCompressedJavaScript(),
                        Samples.json(),
                        Samples.text("{\"a\":[1.5e3,true,null,\"é\\u00e9\\n\"]}"),
                        Samples.fragmentedMp4(),
                        new byte[0]));
        return samples.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void cut_anywhere_gives_the_same_facts_in_any_chunks(byte[] sample) {
        for (int length = 0; length <= sample.length; length++) {
            inspect(Arrays.copyOf(sample, length));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void with_bits_flipped_gives_the_same_facts_in_any_chunks(byte[] sample) {
        for (int round = 0; round < ROUNDS; round++) {
            inspect(flipped(sample));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void with_random_bytes_behind_it_gives_the_same_facts_in_any_chunks(byte[] sample) {
        int kept = random.nextInt(sample.length + 1);
        byte[] noise = new byte[LONG_BYTES];
        random.nextBytes(noise);

        inspect(new Bytes().raw(Arrays.copyOf(sample, kept)).raw(noise).toArray());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void repeated_over_and_over_gives_the_same_facts_in_any_chunks(byte[] sample) {
        Bytes repeated = new Bytes();
        while (sample.length > 0 && repeated.size() < LONG_BYTES) {
            repeated.raw(flipped(sample));
        }

        inspect(repeated.toArray());
    }

    private byte[] flipped(byte[] sample) {
        byte[] flipped = sample.clone();
        for (int flips = random.nextInt(8); flips > 0 && flipped.length > 0; flips--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private void inspect(byte[] bytes) {
        int chunk = 1 + random.nextInt(bytes.length < 5000 ? 40 : 100_000);
        Facts whole =
                assertTimeout(
                        Duration.ofSeconds(10), () -> Inspection.inspect(bytes), "seed " + SEED);

        assertThat(Inspection.inChunks(bytes, chunk))
                .as("in chunks of %d with -Dseed=%d", chunk, SEED)
                .isEqualTo(whole);
    }
}
