package vestibule.intake.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real clamd, where there is one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScanningWithClamdTest {

    private static final int LARGE = 40 << 20;
    private static final byte[] SIGNATURE = FakeClamd.SIGNATURE.getBytes(US_ASCII);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path directory;

    private static @Nullable RealClamd clamd;

    private final Scans scans =
            new Scans(
                    ScanSettings.of(
                            Map.of(
                                    "vestibule.scan.address",
                                    running().address(),
                                    "vestibule.scan.verdict-timeout",
                                    "30s")));

    @BeforeAll
    static void start() throws Throwable {
        var program = RealClamd.program();
        assumeTrue(program.isPresent(), "no clamd on the PATH: the real scanner is not tested");
        clamd =
                RealClamd.start(
                        program.orElseThrow(),
                        directory,
                        "StreamMaxLength 50M",
                        "MaxFileSize 50M",
                        "MaxScanSize 50M",
                        "AlertExceedsMax yes");
    }

    @AfterAll
    static void stop() {
        if (clamd != null) {
            clamd.close();
        }
    }

    private static RealClamd running() {
        return Objects.requireNonNull(clamd);
    }

    @AfterEach
    void close() {
        scans.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000, LARGE})
    void a_document_without_a_signature_is_clean(int length) {
        assertThat(scans.scan(new byte[length]).join()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, LARGE / 2, LARGE - 31})
    void the_signature_is_found_wherever_it_is(int offset) {
        var document = new byte[LARGE];
        System.arraycopy(SIGNATURE, 0, document, offset, SIGNATURE.length);

        assertThat(scans.scan(document).join()).isTrue();
    }

    @Test
    void what_is_longer_than_clamd_takes_is_unavailable() {
        assertThatThrownBy(scans.scan(new byte[60 << 20])::join)
                .hasCauseInstanceOf(ScannerUnavailable.class);
    }
}
