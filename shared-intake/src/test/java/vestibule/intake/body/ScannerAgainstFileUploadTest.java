package vestibule.intake.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commons-fileupload reads the same forms and must find the same bytes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScannerAgainstFileUploadTest {

    private static final String BOUNDARY = "boundary-aab";

    /** Pieces of which contents are made: everything that is nearly a delimiter. */
    private static final List<String> PIECES =
            List.of(
                    "\r",
                    "\n",
                    "\r\n",
                    "-",
                    "--",
                    "\r\n--",
                    "\r\n--boundar",
                    "\r\n--boundary-aa",
                    "--boundary-aab",
                    "\n--boundary-aab",
                    "\r\r\n--boundary-aa",
                    "a",
                    "aab",
                    "\0",
                    "\u00ff",
                    "\r\n\r\n",
                    "some plain text");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16, 17, 64, 1000, 100_000})
    void finds_the_same_parts_in_arrays_of_up_to(int longest) throws IOException {
        var random = new Random(20261120L + longest);
        for (var round = 0; round < 200; round++) {
            var body = form(random);

            var form = RecordedForm.inArrays(BOUNDARY, body, () -> 1 + random.nextInt(longest));

            assertThat(form.malformed).as("round %d", round).isFalse();
            assertThat(form.texts()).as("round %d", round).isEqualTo(oracle(body));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 300})
    void agrees_with_itself_about_broken_forms_in_arrays_of_up_to(int longest) {
        var random = new Random(7L + longest);
        for (var round = 0; round < 500; round++) {
            var body = damaged(form(random), random);

            var whole = RecordedForm.inArrays(BOUNDARY, body, () -> Math.max(1, body.length));
            var pieces = RecordedForm.inArrays(BOUNDARY, body, () -> 1 + random.nextInt(longest));

            assertThat(pieces.malformed).as("round %d", round).isEqualTo(whole.malformed);
            assertThat(pieces.texts()).as("round %d", round).isEqualTo(whole.texts());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 400})
    void never_throws_at_garbage_of_up_to(int longest) {
        var random = new Random(11L + longest);
        for (var round = 0; round < 500; round++) {
            var body =
                    ("--" + BOUNDARY + "\r\n" + text(random, random.nextInt(longest)))
                            .getBytes(StandardCharsets.ISO_8859_1);

            var form = RecordedForm.inArrays(BOUNDARY, body, () -> 1 + random.nextInt(longest));

            assertThat(form.parts.size()).isLessThanOrEqualTo(20);
        }
    }

    private static byte[] form(Random random) {
        var body = new StringBuilder(random.nextBoolean() ? "preamble\r\n" : "");
        var parts = 1 + random.nextInt(4);
        for (var part = 0; part < parts; part++) {
            body.append("--").append(BOUNDARY).append("\r\n");
            body.append("Content-Disposition: form-data; name=\"f\"\r\n\r\n");
            body.append(text(random, random.nextInt(12))).append("\r\n");
        }
        body.append("--").append(BOUNDARY).append("--");
        body.append(random.nextBoolean() ? "\r\nepilogue" : "");
        return body.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(Random random, int pieces) {
        var text = "";
        for (var i = 0; i < pieces; i++) {
            var longer = text + PIECES.get(random.nextInt(PIECES.size()));
            text = longer.contains("\r\n--" + BOUNDARY) ? text : longer;
        }
        return text;
    }

    private static byte[] damaged(byte[] body, Random random) {
        for (var i = random.nextInt(4); i >= 0; i--) {
            body[random.nextInt(body.length)] = (byte) "\r\n-b:;\"x".charAt(random.nextInt(8));
        }
        return body;
    }

    private static List<String> oracle(byte[] body) throws IOException {
        var parts = new ArrayList<String>();
        var input =
                MultipartInput.builder()
                        .setInputStream(new ByteArrayInputStream(body))
                        .setBoundary(BOUNDARY.getBytes(StandardCharsets.ISO_8859_1))
                        .get();
        for (var more = input.skipPreamble(); more; more = input.readBoundary()) {
            input.readHeaders();
            var content = new ByteArrayOutputStream();
            input.readBodyData(content);
            parts.add(content.toString(StandardCharsets.ISO_8859_1));
        }
        return parts;
    }
}
