package vestibule.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.aFile;
import static vestibule.intake.client.AFile.named;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;

@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SizingAFileTest {

    private static final long MAX = 209_715_200;
    private static final String TOO_LARGE = "The file must have at most 209715200 bytes.";

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    private static Form video(long bytes) {
        return Form.empty()
                .text("purpose", "selfie_video")
                .part(named("selfie.mp4").head(), new Video(bytes));
    }

    @Nested
    class Too_small {

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 14})
        void is_less_than_15_bytes_whatever_they_are(int bytes) {
            var content = "{\"a\":1,\"bb\":22}".substring(0, bytes).getBytes(UTF_8);

            var answer = Calls.upload(Form.of("verification_report", aFile().holding(content)));

            assertThatAnswer(answer.answer())
                    .isRefused(422, "file.too.small")
                    .saying("The file must have at least 15 bytes.");
            kept.nothing();
        }
    }

    @Nested
    class Just_right {

        @Test
        void are_15_bytes() {
            var content = "{\"a\":1,\"bb\":22}".getBytes(UTF_8);

            var answer = Calls.upload(Form.of("verification_report", aFile().holding(content)));

            assertThatAnswer(answer.answer()).isStored();
            kept.exactly(1);
        }

        @Test
        void are_two_hundred_million_bytes() throws IOException {
            isStoredWhole(Calls.upload(video(200_000_000)).answer(), 200_000_000);
        }

        @Test
        void are_200_MiB_without_a_length() throws IOException {
            isStoredWhole(Calls.upload().chunked(video(MAX)).answer(), MAX);
        }

        private void isStoredWhole(Answer answer, long bytes) throws IOException {
            assertThatAnswer(answer).isStored();
            assertThat(Calls.fileOf(answer).path("size").longValue()).isEqualTo(bytes);
            kept.exactly(1);
            var object = kept.objects().getFirst();
            assertThat(object).hasSize(bytes);
            assertThat(kept.row("select sha256 from file")).containsExactly(Digests.hex(object));
        }
    }

    @Nested
    class Too_large {

        @Test
        void is_one_byte_more_with_a_length() {
            isTooLarge(Calls.upload(video(MAX + 1)).answer());
        }

        @Test
        void is_one_byte_more_without_a_length() {
            isTooLarge(Calls.upload().chunked(video(MAX + 1)).answer());
        }

        @Test
        void is_told_with_what_else_is_known_by_then() {
            var form =
                    Form.empty()
                            .part(named(".x").head(), new Video(MAX + 1))
                            .text("purpose", "selfie");

            assertThatAnswer(Calls.upload().chunked(form).answer())
                    .isRefused(422, "file.name.too.short", "file.name.invalid", "file.too.large");
            kept.nothing();
        }

        @Test
        void is_told_before_the_body_where_the_length_says_it() throws IOException {
            try (var wire = Wire.open()) {
                wire.heads(
                        "Authorization: Bearer " + Calls.ACME,
                        "Content-Type: " + Form.empty().contentType(),
                        "Content-Length: 210763777",
                        "Expect: 100-continue");

                var answer = wire.hear();

                assertThat(answer.code()).isEqualTo(422);
                assertThat(answer.body()).contains("\"file.too.large\"").contains(TOO_LARGE);
                assertThat(answer.header("connection")).contains("close");
            }
            kept.nothing();
        }

        @Test
        void is_a_whole_request_over_its_cap_be_it_in_ignored_fields() {
            var form =
                    Form.of("selfie_video", aFile())
                            .part(
                                    "Content-Disposition: form-data; name=\"more\"",
                                    new Video(210_763_776));

            isTooLarge(Calls.upload().chunked(form).answer());
        }

        @Test
        void and_of_what_lies_past_the_limit_little_is_read() throws IOException {
            try (var wire = Wire.open()) {
                wire.heads(
                        "Authorization: Bearer " + Calls.ACME,
                        "Content-Type: " + Form.empty().contentType(),
                        "Transfer-Encoding: chunked");

                var sent = pour(video(2 * MAX), wire.talk().out());

                // What both kernels hold on the way comes on top of what the service reads.
                assertThat(sent).isBetween(MAX, MAX + 16 * (1 << 20));
            }
            kept.nothing();
        }

        private void isTooLarge(Answer answer) {
            assertThatAnswer(answer).isRefused(422, "file.too.large").saying(TOO_LARGE);
            kept.nothing();
        }

        /** Sends the form in chunks until the other side hangs up. */
        private static long pour(Form form, OutputStream out) throws IOException {
            var block = new byte[1 << 16];
            long sent = 0;
            try (var in = form.open()) {
                for (int read = in.readNBytes(block, 0, block.length);
                        read > 0;
                        read = in.readNBytes(block, 0, block.length)) {
                    out.write((Integer.toHexString(read) + "\r\n").getBytes(UTF_8));
                    out.write(block, 0, read);
                    out.write("\r\n".getBytes(UTF_8));
                    sent += read;
                }
            } catch (SocketException hungUp) {
                return sent;
            }
            return sent;
        }
    }
}
