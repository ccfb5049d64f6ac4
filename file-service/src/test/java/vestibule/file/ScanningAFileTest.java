package vestibule.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.aFile;
import static vestibule.intake.client.AFile.named;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.intake.scan.FakeClamd;
import vestibule.intake.scan.FakeClamd.Mood;
import vestibule.validation.samples.Samples;

/** {@code vestibule.scan}: what passes all other checks is also looked at by a scanner. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScanningAFileTest {

    private static final int LARGE = 40 << 20;
    private static final int TWO_PARTS = 10 << 20;
    private static final byte[] SIGNATURE = FakeClamd.SIGNATURE.getBytes(US_ASCII);

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    private final FakeClamd clamd = FakeClamd.running();

    @AfterEach
    void recover() {
        clamd.recovers();
    }

    private static Call upload(byte[] video) {
        return Calls.upload(Form.of("selfie_video", named("selfie.mp4").holding(video)));
    }

    private static Call report(byte[] json) {
        return Calls.upload(Form.of("verification_report", aFile().holding(json)));
    }

    private static byte[] withSignature(byte[] video, int fromEnd) {
        var infected = video.clone();
        System.arraycopy(SIGNATURE, 0, infected, video.length - fromEnd, SIGNATURE.length);
        return infected;
    }

    @Nested
    class Clean {

        @Test
        void is_stored_and_its_row_says_so() {
            assertThatAnswer(report("{\"a\": 1, \"b\": 2}".getBytes(US_ASCII)).answer()).isStored();

            kept.exactly(1);
            assertThat(kept.row("select scan from file")).containsExactly("clean");
        }

        @Test
        void is_what_the_scanner_has_seen_every_byte_of() {
            var video = Samples.mp4(LARGE);

            assertThatAnswer(upload(video).answer()).isStored();

            assertThat(clamd.lastLength()).isEqualTo(video.length);
        }
    }

    @Nested
    class Infected {

        @Test
        void is_refused_with_the_signature_at_its_first_byte() {
            isRejected(report(SIGNATURE).answer());
        }

        @ParameterizedTest
        @ValueSource(ints = {LARGE / 2, 31})
        void is_refused_with_the_signature_far_behind(int fromEnd) {
            isRejected(upload(withSignature(Samples.mp4(LARGE), fromEnd)).answer());
        }

        @Test
        void frees_the_idempotency_key_for_a_clean_one() {
            report(SIGNATURE).with("Idempotency-Key", "k1").answer();

            var clean = report("{\"a\": 1, \"b\": 2}".getBytes(US_ASCII));

            assertThatAnswer(clean.with("Idempotency-Key", "k1").answer()).isStored();
        }

        @Test
        void is_told_only_when_nothing_else_is_wrong() {
            var form = Form.of("passport", aFile().holding(SIGNATURE));

            assertThatAnswer(Calls.upload(form).answer()).isRefused(422, "file.type.not.allowed");
        }

        private void isRejected(Answer answer) {
            assertThatAnswer(answer)
                    .isRefused(422, "file.rejected")
                    .saying("The file was rejected by the content scanner.");
            kept.nothing();
        }
    }

    @Nested
    class Without_the_scanners_word {

        @ParameterizedTest
        @EnumSource(names = {"HANGS", "HANGS_UP", "IS_LIMITED", "BABBLES"})
        void a_small_file_is_not_kept(Mood mood) {
            clamd.becomes(mood);

            isUnavailable(report("{\"a\": 1, \"b\": 2}".getBytes(US_ASCII)));
        }

        @ParameterizedTest
        @EnumSource(names = {"HANGS", "HANGS_UP", "IS_LIMITED"})
        void a_large_file_is_not_kept(Mood mood) {
            clamd.becomes(mood);

            isUnavailable(upload(Samples.mp4(TWO_PARTS)));
        }

        @Test
        void while_it_is_stopped_no_file_is_kept() {
            clamd.stops();

            isUnavailable(upload(Samples.mp4(TWO_PARTS)));
        }

        @Test
        void what_else_is_wrong_is_still_told() {
            clamd.stops();
            var form = Form.of("passport", aFile().holding(SIGNATURE));

            assertThatAnswer(Calls.upload(form).answer()).isRefused(422, "file.type.not.allowed");
        }

        @Test
        void a_repeat_is_still_answered_as_before() {
            var content = "{\"a\": 1, \"b\": 2}".getBytes(US_ASCII);
            var first = report(content).with("Idempotency-Key", "k1").answer();
            clamd.stops();

            var again = report(content).with("Idempotency-Key", "k1").answer();
            var other = report(SIGNATURE).with("Idempotency-Key", "k1").answer();

            assertThat(again.bytes()).isEqualTo(first.bytes());
            assertThatAnswer(other).isRefused(422, "idempotency.key.reused");
        }

        /** It is the service that stops waiting: the scanner never does. */
        private void isUnavailable(Call upload) {
            assertThatAnswer(upload.answer())
                    .isRefused(503, "service.unavailable")
                    .hasHeader("Retry-After", "5");
            kept.nothing();
        }
    }

    @Nested
    class No_longer_waited_for {

        @Test
        void is_the_scan_of_a_refused_file() {
            clamd.becomes(Mood.KEEPS_SILENT);

            var refused = Calls.upload(Form.of("selfie", aFile())).answer();

            assertThatAnswer(refused).hasStatus(422);
            Kept.eventually(() -> assertThat(clamd.connections()).isZero());
        }

        @Test
        void is_the_scan_of_a_lost_upload() throws IOException {
            var form = Form.of("selfie_video", named("a.mp4").holding(Samples.mp4(LARGE)));
            var half = Arrays.copyOf(form.bytes(), LARGE / 2);
            try (var wire = Wire.open()) {
                wire.head("X-Other: 1", form).send(half);
                Kept.eventually(() -> assertThat(clamd.connections()).isOne());

                wire.talk().reset();
            }

            Kept.eventually(() -> assertThat(clamd.connections()).isZero());
            kept.nothing();
        }
    }
}
