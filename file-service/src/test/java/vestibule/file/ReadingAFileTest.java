package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.aFile;
import static vestibule.intake.client.AFile.named;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Digests;
import vestibule.intake.client.ErrorLog;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** {@code GET} and {@code HEAD} of one file and its content. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingAFileTest {

    /** In what moment of the writing the connection ends is chance. */
    private static final int BROKEN_OFF = 10;

    private static final String DIGEST = "sha-256=:a3+kNPkqi4CqsC2b8aEuSf/K5CTkATocT2i2fj0rvNA=:";

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    private static Answer stored() {
        return Calls.upload(Form.of("passport", named("pässe 1.png").declaredAs("image/png")))
                .answer();
    }

    @Nested
    class The_file {

        @ParameterizedTest
        @ValueSource(strings = {"", "/"})
        void is_told_as_after_its_upload_with_its_digest(String slash) {
            var stored = stored();

            var answer = Calls.get(Calls.pathOf(stored) + slash).answer();

            var expected = (ObjectNode) stored.json().deepCopy();
            ((ObjectNode) expected.path("data").path(0))
                    .put("sha256", Digests.hex(Samples.seedPng()));
            assertThatAnswer(answer).hasStatus(200).hasHeader("Content-Type", "application/json");
            assertThat(answer.json()).isEqualTo(expected);
        }

        @Test
        void has_the_same_head_alone() {
            var stored = stored();

            var answer = Calls.of("HEAD", Calls.pathOf(stored)).answer();

            assertThatAnswer(answer).hasStatus(200).hasHeader("Content-Type", "application/json");
            assertThat(answer.bytes()).isEmpty();
        }
    }

    @Nested
    class The_content {

        @ParameterizedTest
        @ValueSource(strings = {"/contents", "/content", "/contents/", "/content/"})
        void comes_byte_by_byte_with_headers_that_keep_it_from_being_rendered(String path) {
            var answer = Calls.get(Calls.pathOf(stored()) + path).answer();

            assertThat(answer.bytes()).isEqualTo(Samples.seedPng());
            hasTheHeadersOfTheContent(answer);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/contents", "/content"})
        void has_the_same_head_alone(String path) {
            var answer = Calls.of("HEAD", Calls.pathOf(stored()) + path).answer();

            assertThat(answer.bytes()).isEmpty();
            hasTheHeadersOfTheContent(answer);
        }

        @Test
        void of_a_video_is_the_video() {
            var video = Samples.mp4(3_000_000);
            var stored = Calls.upload(Form.of("selfie_video", aFile().holding(video))).answer();

            var answer = Calls.get(Calls.pathOf(stored) + "/contents").answer();

            assertThat(answer.bytes()).isEqualTo(video);
            assertThatAnswer(answer)
                    .hasHeader("Content-Type", "video/mp4")
                    .hasHeader("Repr-Digest", Digests.header(video));
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/json", "image/*;q=0", "nonsense"})
        void comes_whatever_the_client_would_accept(String accept) {
            var answer =
                    Calls.get(Calls.pathOf(stored()) + "/contents").with("Accept", accept).answer();

            hasTheHeadersOfTheContent(answer);
        }

        @Test
        void of_a_report_has_its_own_type() {
            var stored =
                    Calls.upload(
                                    Form.of(
                                            "verification_report",
                                            named("a.json").holding(Samples.json())))
                            .answer();

            var answer = Calls.get(Calls.pathOf(stored) + "/contents").answer();

            assertThatAnswer(answer).hasHeader("Content-Type", "application/json");
            assertThat(answer.bytes()).isEqualTo(Samples.json());
        }

        private static void hasTheHeadersOfTheContent(Answer answer) {
            assertThatAnswer(answer)
                    .hasStatus(200)
                    .hasHeader("Content-Type", "image/png")
                    .hasHeader("Content-Length", "70")
                    .hasHeader(
                            "Content-Disposition",
                            "attachment; filename*=UTF-8''p%C3%A4sse%201.png")
                    .hasHeader("X-Content-Type-Options", "nosniff")
                    .hasHeader("Cache-Control", "private, no-store")
                    .hasHeader("Repr-Digest", DIGEST);
        }
    }

    @Nested
    class Answers_404 {

        private static final String UNKNOWN = "0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10";

        @ParameterizedTest
        @ValueSource(strings = {"", "/", "/contents", "/content"})
        void with_the_same_bytes_to_foreign_unknown_and_impossible_ids(String path) {
            var foreign = "/v1/files/" + Calls.idOf(stored()) + path;

            var answers =
                    List.of(
                            Calls.get(foreign).as(Calls.GLOBEX).answer(),
                            Calls.get("/v1/files/" + UNKNOWN + path).answer(),
                            Calls.get("/v1/files/x" + path).answer(),
                            Calls.get("/v1/files/1-1-1-1-1" + path).answer());

            assertThat(answers)
                    .allSatisfy(
                            answer ->
                                    assertThatAnswer(answer)
                                            .isRefused(404, "not.found")
                                            .saying("Not found."));
            assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        }
    }

    @Test
    void that_its_client_breaks_off_is_no_error() throws IOException {
        var video =
                Form.empty()
                        .text("purpose", "selfie_video")
                        .part(named("selfie.mp4").head(), new Video(8_000_000));
        var stored = Calls.upload(video).answer();
        var log = ErrorLog.begin();

        for (var download = 0; download < BROKEN_OFF; download++) {
            breakOff(Calls.pathOf(stored) + "/contents");
        }

        assertThatAnswer(Calls.get(Calls.pathOf(stored) + "/contents").answer()).hasStatus(200);
        assertThat(log.end()).isEmpty();
    }

    private static void breakOff(String path) throws IOException {
        try (var wire = asking(path)) {
            assertThat(wire.talk().hearHead().code()).isEqualTo(200);
            wire.talk().reset();
        }
    }

    private static Wire asking(String path) throws IOException {
        var wire = Wire.open();
        wire.talk()
                .say(
                        "GET " + path + " HTTP/1.1",
                        "Host: 127.0.0.1",
                        "Authorization: Bearer " + Calls.ACME);
        return wire;
    }

    /** More of them than there are places for downloads. */
    @Test
    void is_possible_after_many_who_asked_and_left_at_once() throws IOException {
        var path = Calls.pathOf(stored()) + "/contents";
        for (var client = 0; client < 100; client++) {
            try (var wire = asking(path)) {
                wire.talk().reset();
            }
        }

        Kept.eventually(() -> assertThatAnswer(Calls.get(path).answer()).hasStatus(200));
    }

    @Test
    void answers_500_and_tells_the_log_when_a_row_has_lost_its_object() {
        var stored = stored();
        kept.update("update file set object_key = object_key || '0'");

        assertThatAnswer(Calls.get(Calls.pathOf(stored) + "/contents").answer())
                .isRefused(500, "internal.error");
    }
}
