package vestibule.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DigestHeaderTest {

    /** The known answer of the contract's {@code id_front.png}. */
    private static final String SHA_256 = "sha-256=:a3+kNPkqi4CqsC2b8aEuSf/K5CTkATocT2i2fj0rvNA=:";

    private static final byte[] DIGEST =
            HexFormat.of()
                    .parseHex("6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0");

    @ParameterizedTest
    @ValueSource(
            strings = {
                SHA_256,
                " " + SHA_256 + " ",
                "sha-512=:AAAA:, " + SHA_256,
                "SHA-256=:a3+kNPkqi4CqsC2b8aEuSf/K5CTkATocT2i2fj0rvNA=:"
            })
    void matches_its_own_bytes_alone(String header) {
        assertThat(DigestHeader.read(List.of(header)).matches(DIGEST)).isTrue();
        assertThat(DigestHeader.read(List.of(header)).matches(new byte[32])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha-256",
                "sha-256=a3+k",
                "sha-256=:a3+k:",
                "sha-256=:****:",
                "sha-256=::",
                "sha-256=:a3+kNPkqi4CqsC2b8aEuSf/K5CTkATocT2i2fj0rvNA=",
                SHA_256 + ","
            })
    void matches_nothing_when_unreadable(String header) {
        assertThat(DigestHeader.read(List.of(header)).matches(DIGEST)).isFalse();
    }

    @Test
    void promises_nothing_by_other_algorithms() {
        assertThat(DigestHeader.read(List.of("sha-512=:AAAA:")).matches(new byte[32])).isTrue();
        assertThat(DigestHeader.read(List.of()).promisesNothing()).isTrue();
    }

    @Test
    void must_keep_two_promises() {
        var two = List.of(SHA_256, "sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:");

        assertThat(DigestHeader.read(two).matches(DIGEST)).isFalse();
    }

    @Test
    void never_throws() {
        var random = new Random(20261120);
        for (int i = 0; i < 20_000; i++) {
            var header = new StringBuilder(SHA_256);
            for (int edits = random.nextInt(5); edits > 0; edits--) {
                header.setCharAt(random.nextInt(header.length()), (char) random.nextInt(256));
            }
            var digest = DigestHeader.read(List.of(header.toString()));
            assertThat(digest.matches(new byte[32]) && !digest.promisesNothing()).isFalse();
        }
    }
}
