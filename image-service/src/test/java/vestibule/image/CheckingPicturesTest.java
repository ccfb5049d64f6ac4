package vestibule.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.image.AnswerAssert.assertThatAnswer;
import static vestibule.image.Calls.base64;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** Which pictures are taken: Base64, size, type, structure, dimensions, digests. */
@QuarkusTest
@QuarkusTestResource(ImageServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckingPicturesTest {

    private static final int MAX = 10_485_760;
    private static final String PNG = base64(Samples.seedPng());
    private static final String JPEG = base64(Samples.seedJpeg());

    @RegisterExtension final Kept kept = ImageServiceStack.kept();

    private void refused(Form form) {
        assertThatAnswer(Calls.put(form).answer()).isUnparsable();
        kept.nothing();
    }

    private void refused(String text) {
        refused(Calls.form(Calls.submission()).text("selfieImage", text));
    }

    @Nested
    class Base64_that_would_give_other_bytes {

        static Stream<String> texts() {
            return Stream.of(
                    PNG.replace("+", " "),
                    PNG.substring(0, 40) + "=" + PNG.substring(40),
                    PNG.replace("==", "="),
                    PNG.replace("==", "==="),
                    PNG.replace("==", "AAA"),
                    PNG.substring(0, 41) + "\u0000" + PNG.substring(41),
                    PNG + "\u00e9",
                    PNG.replaceFirst("A", "-") + "/",
                    PNG + "AAAA",
                    "data:image/png," + PNG,
                    "data:image/png;base64" + PNG,
                    "data:image/png;base64,",
                    "!",
                    base64(PNG.getBytes(US_ASCII)));
        }

        @ParameterizedTest
        @MethodSource("texts")
        void is_refused(String text) {
            refused(text);
        }
    }

    @Nested
    class A_type {

        static Stream<byte[]> others() {
            return Stream.concat(
                    Stream.of(
                            Samples.pdf(),
                            Samples.webp(1, 1),
                            Samples.heic(1, 1),
                            Samples.bmp(1, 1),
                            Samples.text("not a picture at all")),
                    Samples.refused().values().stream());
        }

        @ParameterizedTest
        @MethodSource("others")
        void other_than_jpeg_and_png_is_refused(byte[] content) {
            refused(base64(content));
        }

        @ParameterizedTest
        @ValueSource(strings = {"image/png", "text/html", "application/pdf", "image/gif", "x"})
        void that_a_data_uri_contradicts_is_refused(String type) {
            refused("data:" + type + ";base64," + JPEG);
        }

        @ParameterizedTest
        @CsvSource({
            "x, image/png",
            "x.png, image/jpeg",
            "x.PNG, ''",
            "x.html, ''",
            "x.zip, image/jpeg"
        })
        void that_a_file_contradicts_is_refused(String name, String type) {
            refused(Calls.form(Calls.submission()).part(file(name, type), Samples.seedJpeg()));
        }

        @ParameterizedTest
        @CsvSource({"x.jpeg, image/pjpeg", "x.jpe, ''", "x.jfif, binary/octet-stream"})
        void that_a_file_confirms_is_taken(String name, String type) {
            var submission = Calls.submission();
            var form = Calls.form(submission).part(file(name, type), Samples.seedJpeg());

            assertThatAnswer(Calls.put(form).answer()).isUpdated();
            assertThat(Calls.picture(submission, "selfieImage").bytes())
                    .isEqualTo(Samples.seedJpeg());
        }

        private static String file(String name, String type) {
            return "Content-Disposition: form-data; name=\"selfieImage\"; filename=\"%s\"%s"
                    .formatted(name, type.isEmpty() ? "" : "\r\nContent-Type: " + type);
        }
    }

    @Nested
    class A_structure {

        @ParameterizedTest
        @MethodSource("damaged")
        void that_is_damaged_is_refused(byte[] content) {
            refused(base64(content));
        }

        static Stream<byte[]> damaged() {
            var png = Samples.seedPng();
            var wrongSum = png.clone();
            wrongSum[30] ^= 1;
            return Stream.of(
                    wrongSum,
                    Arrays.copyOf(png, png.length - 12),
                    Arrays.copyOf(Samples.seedJpeg(), 170),
                    Samples.jpeg(64_250, 64_250),
                    Samples.jpeg(65_535, 65_535),
                    Samples.jpeg(30_001, 1),
                    Samples.jpeg(10_001, 10_000));
        }

        @ParameterizedTest
        @MethodSource("odd")
        void that_is_only_odd_is_kept_as_it_was_sent(byte[] content) {
            var submission = Calls.submission();
            var form = Calls.form(submission).text("selfieImage", base64(content));

            assertThatAnswer(Calls.put(form).answer()).isUpdated();
            assertThat(Calls.picture(submission, "selfieImage").bytes()).isEqualTo(content);
        }

        static Stream<byte[]> odd() {
            var zip = Samples.text("PK\u0003\u0004 and more");
            return Stream.of(
                    Samples.seedJpeg(),
                    Samples.jpeg(10_000, 10_000),
                    Samples.jpeg(30_000, 1),
                    joined(Samples.jpeg(1, 1), zip),
                    joined(Samples.seedPng(), Samples.text("<?php phpinfo(); ?>")));
        }
    }

    @Nested
    class A_size {

        @ParameterizedTest
        @ValueSource(ints = {2_049, 3_000_000, MAX})
        void up_to_10_mib_is_taken(int size) throws Exception {
            var picture = Arrays.copyOf(Samples.jpeg(1, 1), size);
            var submission = Calls.submission();
            var lines = Base64.getMimeEncoder().encodeToString(picture);
            var form = Calls.form(submission).text("idImage", lines + "\n");

            assertThatAnswer(Calls.put(form).answer()).isUpdated();

            assertThat(Digests.hex(kept.objects().getFirst())).isEqualTo(Digests.hex(picture));
        }

        @ParameterizedTest
        @ValueSource(ints = {MAX + 1, 11_700_000})
        void above_is_413(int size) {
            var picture = Arrays.copyOf(Samples.jpeg(1, 1), size);
            var submission = Calls.submission();

            assertThatAnswer(
                            Calls.put(Calls.form(submission).text("idImage", base64(picture)))
                                    .answer())
                    .isTooLarge();
            assertThatAnswer(
                            Calls.putJson(
                                            "{\"selfieImage\":\"%s\",\"submissionId\":\"%s\",\"admin\":\"%s\"}"
                                                    .formatted(
                                                            base64(picture),
                                                            submission,
                                                            Calls.ADMIN))
                                    .answer())
                    .isTooLarge();
            kept.nothing();
        }

        @ParameterizedTest
        @ValueSource(strings = {"more", "admin", "selfieImage"})
        void of_any_field_above_15_mib_is_413(String name) {
            var text = " ".repeat(15_728_641);

            assertThatAnswer(Calls.put(Form.empty().text(name, text)).answer()).isTooLarge();
            assertThatAnswer(Calls.putJson("{\"" + name + "\":\"" + text + "\"}").answer())
                    .isTooLarge();
            kept.nothing();
        }

        @Test
        void of_four_large_pictures_is_taken_at_once() throws Exception {
            var submission = Calls.submission();
            var form = Calls.form(submission);
            for (var slot : Slot.values()) {
                form.text(slot.word(), base64(Arrays.copyOf(Samples.jpeg(1, 1), MAX)));
            }

            assertThatAnswer(Calls.put(form).answer()).isUpdated();
            kept.exactly(4);
        }

        @Test
        void of_a_body_above_64_mib_without_a_length_is_413() {
            var form = Calls.form(Calls.submission());
            for (int i = 0; i < 5; i++) {
                form.text("more", " ".repeat(14_000_000));
            }

            assertThatAnswer(Calls.of("PUT", "/Image").chunked(form).answer()).isTooLarge();
            kept.nothing();
        }
    }

    @Nested
    class A_digest {

        @Test
        void of_the_body_that_fits_is_taken() {
            var form = Calls.passport(Calls.submission());

            assertThatAnswer(
                            Calls.put(form)
                                    .with("Content-Digest", Digests.header(form.bytes()))
                                    .answer())
                    .isUpdated();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Content-Digest", "Repr-Digest"})
        void of_the_body_that_differs_is_refused(String header) {
            var call = Calls.put(Calls.passport(Calls.submission()));

            assertThatAnswer(call.with(header, Digests.header(new byte[1])).answer())
                    .isUnparsable();
            kept.nothing();
        }

        @Test
        void of_a_part_is_one_of_its_bytes_as_sent() {
            assertThatAnswer(Calls.put(promising(Digests.header(PNG.getBytes(UTF_8)))).answer())
                    .isUpdated();
        }

        @Test
        void of_a_part_that_differs_is_refused() {
            refused(promising(Digests.header(Samples.seedPng())));
        }

        private static Form promising(String digest) {
            return Calls.form(Calls.submission())
                    .part(
                            "Content-Disposition: form-data; name=\"selfieImage\"\r\n"
                                    + "Content-Digest: "
                                    + digest,
                            PNG.getBytes(UTF_8));
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
