package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.document.AnswerAssert.assertThatAnswer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.AFile;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.intake.client.Operator;
import vestibule.validation.samples.Samples;

/** A {@code file} string that is the name of a file elsewhere, and the bytes that follow it. */
@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AwaitingBytesTest {

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    @Inject DocumentCabinet cabinet;

    private static Answer put(Answer awaited, byte[] content) {
        return Calls.put(Calls.fileOf(awaited)).holding(Calls.FORM_URLENCODED, content).answer();
    }

    private long awaited() {
        return kept.number("select count(*) from awaited_document");
    }

    @Nested
    class A_reference {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "officia dolore exercitation p",
                    "/etc/passwd",
                    "file:///etc/passwd",
                    "http://169.254.169.254/",
                    "\\\\\\\\host\\\\share",
                    "classpath:x",
                    "jar:file:/a.jar!/b",
                    "/documents/scan",
                    "AAAA",
                    "PASSPORT",
                    "PDF",
                    "abcde",
                    "AA=A",
                    "iVBORw0KGgo AAAA",
                    "é"
                })
        void is_registered_without_object_or_event(String file) {
            var answer = Calls.add(Calls.json(file)).answer();

            assertThatAnswer(answer).isAwaited().hasHeader("Location", Calls.pathOf(answer));
            assertThat(answer.json().at("/file/name").asText())
                    .isEqualTo(file.replace("\\\\", "\\"));
            assertThat(awaited()).isEqualTo(1);
            kept.nothing();
        }

        @Test
        void says_where_its_bytes_are_to_go() throws Exception {
            var answer = Calls.awaited();

            assertThat(answer.json().path("file"))
                    .isEqualTo(
                            new JsonMapper()
                                    .readTree(
                                            """
                                            {"name":"officia dolore exercitation p","mimeType":null,
                                             "size":null,"sha256":null,"url":null,
                                             "uploadUrl":"http://%s%s"}
                                            """
                                                    .formatted(
                                                            Call.server().getAuthority(),
                                                            Calls.fileOf(answer))));
            assertThat(Calls.get(Calls.pathOf(answer)).answer().json()).isEqualTo(answer.json());
        }

        @Test
        void may_come_as_a_text_part() {
            var form = Form.empty().text("file", "C:/scans/passport.png").text("typeId", "1");

            assertThatAnswer(Calls.add(form).answer()).isAwaited();
        }

        @Test
        void of_1024_characters_is_the_longest() {
            assertThatAnswer(Calls.add(Calls.json("é".repeat(1024))).answer()).isAwaited();
            assertThatAnswer(Calls.add(Calls.json("é".repeat(1025))).answer())
                    .isInvalid("file: The file reference is not valid.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\\u0000b", "a\\nb.", "a\\u007fb"})
        void has_no_control_characters(String file) {
            assertThatAnswer(Calls.add(Calls.json(file)).answer())
                    .isInvalid("file: The file reference is not valid.");
            assertThat(awaited()).isZero();
        }

        @Test
        void has_no_bytes_to_read() {
            var answer = Calls.awaited();

            assertThatAnswer(Calls.get(Calls.fileOf(answer)).answer()).isRefused(404, "Not found.");
            assertThatAnswer(Calls.of("HEAD", Calls.fileOf(answer)).answer()).hasStatus(404);
        }

        @Test
        void goes_without_an_event_when_it_is_deleted() {
            var answer = Calls.awaited();

            assertThatAnswer(Calls.delete(Calls.pathOf(answer)).answer()).hasStatus(204);
            assertThatAnswer(Calls.delete(Calls.pathOf(answer)).answer())
                    .isRefused(404, "Not found.");
            assertThat(awaited()).isZero();
            assertThat(kept.events()).isZero();
        }

        @Test
        void goes_when_the_operator_erases_its_owner() {
            Calls.awaited();

            Operator.asks("erase", "--tenant", "acme", "--subject", "client-42", "--yes");

            assertThat(awaited()).isZero();
        }

        @Test
        void goes_when_its_bytes_do_not_come_in_time() {
            var old = Calls.awaited();
            kept.update("update awaited_document set create_time = now() - interval '25 hours'");
            var young = Calls.awaited();

            cabinet.removeOverdue();

            assertThatAnswer(Calls.get(Calls.pathOf(old)).answer()).isRefused(404, "Not found.");
            assertThatAnswer(Calls.get(Calls.pathOf(young)).answer()).hasStatus(200);
            assertThatAnswer(put(old, Samples.seedPng())).isRefused(404, "Not found.");
            kept.nothing();
        }
    }

    @Nested
    class Its_bytes {

        @Test
        void make_it_a_document_like_any_other() {
            var awaited = Calls.awaited();

            var answer = put(awaited, Samples.seedPng());

            assertThatAnswer(answer).hasStatus(200).hasHeader("Content-Type", "application/json");
            var document = answer.json();
            assertThat(document.path("id")).isEqualTo(awaited.json().path("id"));
            assertThat(document.path("createTime")).isEqualTo(awaited.json().path("createTime"));
            assertThat(document.path("updateTime").asText()).endsWith("+00:00");
            assertThat(document.path("contentAvailable").booleanValue()).isTrue();
            assertThat(document.path("file").has("uploadUrl")).isFalse();
            assertThat(document.at("/file/name").asText()).isEqualTo("document.png");
            assertThat(document.at("/file/size").intValue()).isEqualTo(70);
            assertThat(Calls.get(Calls.pathOf(awaited)).answer().json()).isEqualTo(document);
            assertThat(Calls.get(Calls.fileOf(awaited)).answer().bytes())
                    .isEqualTo(Samples.seedPng());
            kept.exactly(1);
            assertThat(awaited()).isZero();
        }

        @Test
        void may_come_as_a_form_and_bring_a_name() {
            var awaited = Calls.awaited();
            var form = Form.empty().file(AFile.named("back.png").declaredAs("image/png"));

            var answer = Calls.put(Calls.fileOf(awaited)).holding(form).answer();

            assertThatAnswer(answer).hasStatus(200);
            assertThat(answer.json().at("/file/name").asText()).isEqualTo("back.png");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "image/png",
                    "application/octet-stream",
                    "image/*",
                    "application/x-www-form-urlencoded; charset=UTF-8"
                })
        void may_say_their_type(String type) {
            var call = Calls.put(Calls.fileOf(Calls.awaited())).holding(type, Samples.seedPng());

            assertThatAnswer(call.answer()).hasStatus(200);
        }

        @Test
        void come_once() {
            var awaited = Calls.awaited();
            put(awaited, Samples.seedPng());

            assertThatAnswer(put(awaited, Samples.seedPng()))
                    .isRefused(409, "The document already has content.");
            assertThatAnswer(put(Calls.added(), Samples.seedPng()))
                    .isRefused(409, "The document already has content.");
            kept.exactly(2);
        }

        @Test
        void come_once_of_many_at_once_and_can_still_be_read() {
            var awaited = Calls.awaited();

            var statuses =
                    IntStream.range(0, 8)
                            .parallel()
                            .mapToObj(i -> put(awaited, Samples.seedPng()).status())
                            .toList();

            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
            kept.exactly(1);
            assertThat(Calls.get(Calls.fileOf(awaited)).answer().bytes())
                    .isEqualTo(Samples.seedPng());
        }

        @Test
        void are_nobodys_for_another_owner() {
            var path = Calls.fileOf(Calls.awaited());
            var unknown = Calls.DOCUMENTS + "/9223372036854775807/file";

            var answers =
                    Stream.of(
                                    Calls.put(path).as(Calls.ACME_OTHER),
                                    Calls.put(path).as(Calls.GLOBEX),
                                    Calls.put(unknown),
                                    Calls.put(Calls.DOCUMENTS + "/abc/file"))
                            .map(call -> call.holding("image/png", Samples.seedPng()).answer())
                            .toList();

            assertThat(answers)
                    .allSatisfy(answer -> assertThatAnswer(answer).isRefused(404, "Not found."));
            assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
            assertThat(awaited()).isEqualTo(1);
            kept.nothing();
        }

        @Test
        void are_judged_like_any_and_may_be_sent_again() {
            var awaited = Calls.awaited();
            var path = Calls.fileOf(awaited);

            assertThatAnswer(put(awaited, new byte[0]))
                    .isInvalid("file: The file field is required.");
            assertThatAnswer(put(awaited, Samples.webp(1, 1)))
                    .isInvalid(
                            "file: The file must be of type: image/jpeg, image/png, image/heic,"
                                    + " image/heif, application/pdf.");
            assertThatAnswer(Calls.put(path).holding("image/jpeg", Samples.seedPng()).answer())
                    .isInvalid(
                            "file: The declared type or the file extension contradicts the file"
                                    + " content.");
            assertThatAnswer(Calls.put(path).holding(Form.empty().text("file", "/a/b")).answer())
                    .isInvalid(
                            "file: The file must be an uploaded file or Base64 content; paths and"
                                    + " URLs are not accepted.");
            assertThatAnswer(
                            Calls.put(path)
                                    .with("Content-Digest", Digests.header(new byte[1]))
                                    .holding("image/png", Samples.seedPng())
                                    .answer())
                    .isInvalid("null: The digest does not match the content.");
            kept.nothing();

            assertThatAnswer(put(awaited, Samples.seedPng())).hasStatus(200);
        }

        @Test
        void take_no_idempotency_key() {
            var path = Calls.fileOf(Calls.awaited());
            var call = Calls.put(path).holding("image/png", Samples.seedPng());

            assertThatAnswer(call.with("Idempotency-Key", "k".repeat(256)).answer()).hasStatus(200);
        }

        @Test
        void leave_no_answer_behind_when_the_document_is_deleted() {
            var call = Calls.add(Calls.json("a/b")).with("Idempotency-Key", "one");
            var first = call.answer();
            put(first, Samples.seedPng());
            assertThatAnswer(call.answer()).hasHeader("Idempotent-Replayed", "true");

            Calls.delete(Calls.pathOf(first)).answer();

            assertThatAnswer(call.answer()).isAwaited().hasNoHeader("Idempotent-Replayed");
        }
    }
}
