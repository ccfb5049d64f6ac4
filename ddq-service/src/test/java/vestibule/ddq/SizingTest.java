package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.anUpload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Call;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.intake.probe.Talk;
import vestibule.validation.samples.Samples;

/** How large and how many files may be, and how much of them is kept in memory. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SizingTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    private static final int MAX = 10_485_760;

    private static final String TOO_MANY = "Too many files, at most 20 are allowed";

    private static Upload files(int count, long bytes) {
        var upload = anUpload();
        for (int i = 0; i < count; i++) {
            upload.file(i + ".jpg", "ID", new Photo(bytes));
        }
        return upload;
    }

    @Nested
    class Accepts {

        @Test
        void a_file_of_10_MiB() throws IOException {
            assertThatAnswer(files(1, MAX).answer()).isAccepted();

            kept.exactly(1);
            assertThat(kept.row("select size, sha256 from document"))
                    .containsExactly("10485760", Digests.hex(kept.objects().getFirst()));
        }

        /** In a budget for two of them. */
        @Test
        void twenty_files_of_9_MiB_each_and_some_more() throws IOException {
            var bytes = 9L * 1_048_576 + 17;

            var answer = Calls.upload().chunked(files(20, bytes).form()).answer();

            assertThatAnswer(answer).isAccepted();
            kept.exactly(20);
            for (var object : kept.objects()) {
                assertThat(object).hasSize(bytes);
            }
        }
    }

    @Nested
    class Refuses_a_file {

        @Test
        void of_one_byte_more() {
            refused(Calls.upload(files(1, MAX + 1).form()), "0.jpg");
        }

        @Test
        void of_one_byte_more_among_others_without_a_length() {
            var upload =
                    anUpload()
                            .file("a.png", "ID")
                            .file("b.jpg", "ID", new Photo(MAX + 1))
                            .file("c.gif", "ID");

            refused(Calls.upload().chunked(upload.form()), "b.jpg");
        }

        private void refused(Call call, String file) {
            assertThatAnswer(call.answer())
                    .isRefused("File size exceeds 10MB, invalid at file " + file);
            kept.nothing();
        }
    }

    @Nested
    class Refuses_a_number_of_files {

        @Test
        void of_none() {
            isMissing(anUpload());
        }

        @ParameterizedTest
        @ValueSource(strings = {"x=\"y\"", "filename=\"\""})
        void of_none_that_has_a_name(String disposition) {
            isMissing(anUpload().untyped(disposition));
        }

        @ParameterizedTest
        @ValueSource(strings = {"files[]", "file", "Files"})
        void of_none_but_under_other_fields(String field) {
            var form =
                    anUpload()
                            .form()
                            .part(Upload.head(field, "filename=\"a.png\""), Samples.seedPng());

            assertThatAnswer(Calls.upload(form).answer()).isRefused("files is required");
            kept.nothing();
        }

        @Test
        void before_file_types_is_looked_at() {
            isMissing(anUpload().fileTypes("["));
        }

        @ParameterizedTest
        @ValueSource(ints = {21, 60, 1000})
        void above_20(int count) {
            assertThatAnswer(files(count, 300).answer()).isRefused(TOO_MANY);
            kept.nothing();
        }

        @Test
        void above_20_but_not_of_20() {
            assertThatAnswer(files(20, 300).answer()).isAccepted();
            kept.exactly(20);
        }

        private void isMissing(Upload upload) {
            assertThatAnswer(upload.answer()).isRefused("files is required");
            kept.nothing();
        }
    }

    @Nested
    class Refuses_a_request {

        private static final long CAP = 210_763_776;

        @Test
        void over_its_cap_before_the_body_where_the_length_says_it() throws IOException {
            try (var talk = Talk.to(Call.server())) {
                talk.say(
                        "POST /v1/enterprise/ddq/upload HTTP/1.1",
                        "Host: 127.0.0.1",
                        "Authorization: Bearer acme-key",
                        "Content-Type: multipart/form-data; boundary=b",
                        "Content-Length: " + (CAP + 1),
                        "Expect: 100-continue");

                var answer = talk.hear();

                assertThat(answer.code()).isEqualTo(413);
                assertThat(answer.body()).isEqualTo("{\"error\":\"Request body is too large\"}");
                assertThat(answer.header("connection")).contains("close");
            }
        }

        @Test
        void over_its_cap_without_a_length() {
            assertThatAnswer(Calls.upload().chunked(oversized(Calls.USER)).answer())
                    .isRefused(413, "Request body is too large");
            kept.nothing();
        }

        @Test
        void over_its_cap_as_that_of_an_unknown_user_where_one_was_named() {
            assertThatAnswer(Calls.upload().chunked(oversized("nobody")).answer()).isUnknownUser();
        }

        private static Form oversized(String userId) {
            return Form.empty()
                    .text("user_id", userId)
                    .part("Content-Disposition: form-data; name=\"more\"", new Photo(CAP));
        }
    }
}
