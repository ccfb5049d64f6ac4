package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.anUpload;
import static vestibule.ddq.Upload.forUser;
import static vestibule.ddq.Upload.ofIdFront;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;

/** The field {@code user_id}. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NamingTheUserTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    private void isUnknown(Answer answer) {
        assertThatAnswer(answer).isUnknownUser();
        assertThat(answer.text()).isEqualTo("{\"error\":\"user not found\"}");
        kept.nothing();
    }

    @Nested
    class Answers_404_with_the_same_bytes {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "nobody",
                    "",
                    "   ",
                    "Client-1",
                    " client-1",
                    "client-1 ",
                    "' or '1'='1",
                    "client-1\u0000",
                    "client-1\n"
                })
        void to_what_is_no_users_id_exactly(String userId) {
            isUnknown(forUser(userId).file("id_front.png", "ID").answer());
        }

        @ParameterizedTest
        @ValueSource(ints = {256, 10_240, 1 << 20})
        void to_one_that_is_too_long(int letters) {
            isUnknown(forUser("x".repeat(letters)).file("id_front.png", "ID").answer());
        }

        @Test
        void to_none() {
            isUnknown(ofIdFront().without("user_id").answer());
        }

        @Test
        void to_one_that_is_sent_twice() {
            var form = ofIdFront().form().text("user_id", Calls.USER);

            isUnknown(Calls.upload(form).answer());
        }

        @Test
        void to_one_of_another_enterprise() {
            Calls.register("theirs").as(Calls.GLOBEX).answer();

            isUnknown(forUser("theirs").file("id_front.png", "ID").answer());
        }

        @Test
        void to_one_whose_account_is_deleted() {
            Calls.deleteAccount(Calls.USER).answer();

            isUnknown(ofIdFront().answer());
        }

        @Test
        void before_everything_that_is_wrong_with_the_files() {
            isUnknown(forUser("nobody").file("a.gif", "x").fileTypes("[").answer());
            isUnknown(forUser("nobody").answer());
        }
    }

    @Nested
    class Answers_404_although_the_reading_stopped {

        static Stream<Upload> stopped() {
            return Stream.of(
                    forUser("nobody").file("a.png", "ID").with("Content-Transfer-Encoding: base64"),
                    forUser("").fileTypes("x".repeat(65_537)),
                    forUser("x".repeat(256)).file("a.png", "ID", new Photo(10_485_761)),
                    files(forUser("nobody"), 21));
        }

        @ParameterizedTest
        @MethodSource("stopped")
        void when_the_user_was_named_before(Upload upload) {
            isUnknown(upload.answer());
        }

        @Test
        void and_when_the_form_has_no_end() {
            var form = forUser("nobody").file("a.png", "ID").form();

            isUnknown(Calls.upload().holding(form.contentType(), withoutEnd(form)).answer());
        }

        @Test
        void but_not_when_the_user_would_have_been_named_after() {
            var form =
                    Form.empty().text("file_types", "x".repeat(65_537)).text("user_id", "nobody");

            assertThatAnswer(Calls.upload(form).answer())
                    .isRefused("file_types must be a valid JSON object");
        }

        @Test
        void nor_when_the_user_is_known() {
            var form = ofIdFront().form();

            assertThatAnswer(Calls.upload().holding(form.contentType(), withoutEnd(form)).answer())
                    .isRefused("Request body must be multipart/form-data");
            kept.nothing();
        }

        private static byte[] withoutEnd(Form form) {
            return Arrays.copyOf(form.bytes(), (int) form.length() - 6);
        }

        private static Upload files(Upload upload, int count) {
            for (int i = 0; i < count; i++) {
                upload.file(i + ".png", "ID");
            }
            return upload;
        }
    }

    @Nested
    class Accepts {

        @ParameterizedTest
        @ValueSource(strings = {"a", "ü😀", "jane@example.com", "a/b c", "o'hara", "\u202eabc"})
        void every_id_that_was_registered(String userId) {
            Calls.register(userId).answer();

            assertThatAnswer(forUser(userId).file("a.png", "ID").answer()).isAccepted();
        }

        @Test
        void one_of_255_characters_of_four_bytes() {
            var userId = "😀".repeat(255);
            Calls.register(userId).answer();

            assertThatAnswer(forUser(userId).file("a.png", "ID").answer()).isAccepted();
            kept.exactly(1);
        }

        @Test
        void one_that_came_as_a_part_with_a_filename() {
            var form =
                    anUpload()
                            .without("user_id")
                            .file("a.png", "ID")
                            .form()
                            .part(
                                    Upload.head("user_id", "filename=\"user.txt\""),
                                    Calls.USER.getBytes(java.nio.charset.StandardCharsets.UTF_8));

            assertThatAnswer(Calls.upload(form).answer()).isAccepted();
        }

        @Test
        void and_tells_where_the_documents_are_with_the_id_percent_encoded() {
            Calls.register("a b/ü&").answer();

            assertThatAnswer(forUser("a b/ü&").file("a.png", "ID").answer())
                    .hasHeader(
                            "Location", "/v1/enterprise/ddq/documents?user_id=a%20b%2F%C3%BC%26");
        }
    }
}
