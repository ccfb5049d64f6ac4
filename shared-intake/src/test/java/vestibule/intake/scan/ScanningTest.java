package vestibule.intake.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vestibule.intake.Eventually.eventually;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.Failures;
import vestibule.intake.event.Scan;
import vestibule.intake.scan.FakeClamd.Mood;
import vestibule.validation.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScanningTest {

    private static final int MIB = 1 << 20;
    private static final byte[] SIGNATURE = FakeClamd.SIGNATURE.getBytes(US_ASCII);

    private final FakeClamd clamd = new FakeClamd();
    private final Scans scans = new Scans(ScanSettings.impatient(clamd.address()));

    @AfterEach
    void stop() {
        scans.close();
        clamd.close();
    }

    private static byte[] signatureAt(int offset, int length) {
        var document = new byte[length];
        System.arraycopy(SIGNATURE, 0, document, offset, SIGNATURE.length);
        return document;
    }

    @Nested
    class Without_a_scanner {

        private final Scans none = new Scans(ScanSettings.of(Map.of("vestibule.scan.address", "")));

        @AfterEach
        void stop() {
            none.close();
        }

        @Test
        void documents_pass_unseen_and_events_say_so() {
            var brake = new Brake();
            var scan = none.open(brake);
            none.write(scan, SIGNATURE);
            none.end(scan);

            assertThat(scan.infected().toCompletableFuture()).isCompletedWithValue(false);
            assertThat(brake.isHeld()).isFalse();
            assertThat(none.scanner().configured()).isFalse();
            assertThat(none.scanner().outcome()).isEqualTo(Scan.NOT_SCANNED);
        }
    }

    @Nested
    class A_document {

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 65_536, 3 * MIB + 7})
        void is_clean_when_the_scanner_has_seen_all_of_it(int length) {
            assertThat(scans.scan(new byte[length]).join()).isFalse();

            assertThat(clamd.lastLength()).isEqualTo(length);
            assertThat(scans.count("clean")).isEqualTo(1);
            assertThat(scans.scanner().outcome()).isEqualTo(Scan.CLEAN);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 65_536 - 10, MIB, 3 * MIB - 31})
        void is_infected_wherever_the_signature_is(int offset) {
            assertThat(scans.scan(signatureAt(offset, 3 * MIB)).join()).isTrue();

            assertThat(scans.count("infected")).isEqualTo(1);
        }

        @Test
        void has_a_connection_of_its_own_which_ends_with_the_answer() throws Throwable {
            assertThat(scans.scan(SIGNATURE).join()).isTrue();
            assertThat(scans.scan(new byte[1]).join()).isFalse();

            eventually(Duration.ofSeconds(5), () -> assertThat(clamd.connections()).isZero());
        }
    }

    @Nested
    class Is_unavailable_never_clean {

        @ParameterizedTest
        @EnumSource(value = Mood.class, mode = Mode.EXCLUDE, names = "SCANS")
        void whatever_the_scanner_does_but_scan(Mood mood) {
            clamd.becomes(mood);

            assertUnavailable(scans.scan(new byte[16 * MIB]));
        }

        @ParameterizedTest
        @EnumSource(
                value = Mood.class,
                mode = Mode.EXCLUDE,
                names = {"SCANS", "IS_HASTY"})
        void for_a_small_document_too(Mood mood) {
            clamd.becomes(mood);

            assertUnavailable(scans.scan(new byte[100]));
        }

        @Test
        void when_nobody_listens() {
            clamd.stops();

            assertUnavailable(scans.scan(new byte[MIB]));
        }

        @Test
        void when_its_name_is_unknown() {
            try (var nowhere = new Scans(ScanSettings.impatient("clamd.invalid:3310"))) {
                assertThatThrownBy(nowhere.scan(new byte[MIB])::join)
                        .hasCauseInstanceOf(ScannerUnavailable.class);
            }
        }

        @Test
        void when_it_stops_midway() throws Throwable {
            var brake = new Brake();
            var scan = scans.open(brake);
            brake.awaitRelease();
            scans.write(scan, new byte[1]);

            eventually(Duration.ofSeconds(5), () -> assertThat(clamd.connections()).isOne());
            clamd.stops();
            scans.end(scan);

            assertUnavailable(scan.infected().toCompletableFuture());
        }

        @Test
        void but_a_long_document_may_take_longer() {
            var config = ScanSettings.of(Map.of());

            assertThat(config.patience(100)).isEqualTo(Duration.ofSeconds(4));
            assertThat(config.patience(200 * MIB)).isEqualTo(Duration.ofSeconds(29));
        }

        private void assertUnavailable(CompletableFuture<Boolean> infected) {
            assertThatThrownBy(infected::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ScannerUnavailable.class)
                    .satisfies(
                            failure ->
                                    assertThat(Failures.refusalFor(failure))
                                            .isEqualTo(new Refusal.Unavailable()));
            assertThat(scans.count("unavailable")).isEqualTo(1);
            assertThat(scans.count("clean")).isZero();
        }
    }

    @Nested
    class Holds_the_body {

        @Test
        void until_the_connection_stands() throws Throwable {
            var brake = new Brake();

            var scan = scans.open(brake);

            brake.awaitRelease();
            eventually(Duration.ofSeconds(5), () -> assertThat(clamd.connections()).isOne());
            scan.close();
        }

        @Test
        void while_the_scanner_does_not_read_but_not_for_ever() {
            clamd.becomes(Mood.HANGS);
            var brake = new Brake();
            var scan = scans.open(brake);
            brake.awaitRelease();

            scans.write(scan, new byte[16 * MIB]);

            assertThat(brake.isHeld()).isTrue();
            brake.awaitRelease();
            assertThat(scan.infected().toCompletableFuture()).isCompletedExceptionally();
        }
    }

    @Nested
    class Once_nobody_waits {

        @Test
        void the_connection_is_closed_and_nothing_counted() throws Throwable {
            clamd.becomes(Mood.KEEPS_SILENT);
            var brake = new Brake();
            var scan = scans.open(brake);
            brake.awaitRelease();
            scans.write(scan, new byte[16 * MIB]);

            scan.close();

            eventually(Duration.ofSeconds(5), () -> assertThat(clamd.connections()).isZero());
            assertThat(scans.count("unavailable")).isZero();
        }
    }

    @Nested
    class Settings_that_cannot_be_right {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "clamd",
                    "clamd:",
                    ":3310",
                    "clamd:0",
                    "clamd:65536",
                    "clamd:http",
                    "http://clamd:3310",
                    "::1:3310"
                })
        void are_refused_under_the_name_of_the_key(String address) {
            assertThatThrownBy(() -> ScanSettings.of(Map.of("vestibule.scan.address", address)))
                    .hasMessageContaining("vestibule.scan.address");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "connect-timeout",
                    "write-timeout",
                    "verdict-timeout",
                    "bytes-per-second"
                })
        void are_nothing_at_all(String setting) {
            var key = "vestibule.scan." + setting;

            assertThatThrownBy(() -> ScanSettings.of(Map.of(key, "0"))).hasMessageContaining(key);
        }

        @ParameterizedTest
        @ValueSource(strings = {"clamd:3310", "10.0.0.7:3310", "[::1]:3310"})
        void are_not_these(String address) {
            assertThat(ScanSettings.of(Map.of("vestibule.scan.address", address)).address())
                    .hasValueSatisfying(at -> assertThat(at.getPort()).isEqualTo(3310));
        }
    }
}
