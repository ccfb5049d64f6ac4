package vestibule.image;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.image.AnswerAssert.assertThatAnswer;
import static vestibule.image.Calls.base64;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** What is wrong with what a body says beside its pictures. */
@QuarkusTest
@QuarkusTestResource(ImageServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusingFieldsTest {

    private static final String PNG = base64(Samples.seedPng());

    @RegisterExtension final Kept kept = ImageServiceStack.kept();

    @AfterEach
    void nothing_is_kept() {
        kept.nothing();
    }

    private static Form with(String submission, String admin) {
        return Form.empty()
                .text("submissionId", submission)
                .text("admin", admin)
                .text("selfieImage", PNG);
    }

    @Nested
    class Answers_missing_data {

        @ParameterizedTest
        @CsvSource({"'', kyc.ops@example.com", "' ', ' '", "6xx28lo115832, ''", "'\t', 'x'"})
        void to_a_blank_submission_or_admin(String submission, String admin) {
            missing(with(submission, admin));
        }

        @Test
        void to_an_absent_submission_or_admin() {
            missing(Form.empty().text("admin", Calls.ADMIN).text("selfieImage", PNG));
            missing(Form.empty().text("submissionId", "x").text("selfieImage", PNG));
        }

        private static void missing(Form form) {
            assertThatAnswer(Calls.put(form).answer())
                    .isRefused("missing_data", "Required input data is missing.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"idImage", "idBackImage"})
        void to_a_picture_of_an_id_without_its_type(String slot) {
            var form =
                    Form.empty()
                            .text("submissionId", Calls.submission())
                            .text("admin", Calls.ADMIN)
                            .text(slot, PNG);

            assertThatAnswer(Calls.put(form).answer())
                    .isRefused(
                            "missing_data",
                            "The idType is required when submit idImage or idBackImage.");
        }
    }

    @Nested
    class Answers_invalid_project {

        @Test
        void where_the_project_of_the_key_is_not_declared() {
            project("acme-nowhere-key", "Cannot find project info.");
        }

        @Test
        void where_it_is_closed() {
            project("acme-closed-key", "Invalid project.");
        }

        private static void project(String key, String message) {
            var form = with("6xx28lo115832", Calls.ADMIN);
            assertThatAnswer(Calls.as(key, "PUT", "/Image").holding(form).answer())
                    .isRefused("invalid_project", message);
            for (var path : new String[] {"/v3/submission", "/v3/image"}) {
                assertThatAnswer(Calls.as(key, "GET", path).answer())
                        .isRefused("invalid_project", message);
            }
            assertThatAnswer(Calls.migrate(key, Calls.PERSON.formatted("x", "")).answer())
                    .isRefused("invalid_project", message);
        }
    }

    @Nested
    class Answers_invalid_admin {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "who@example.com",
                    "other@example.com",
                    "Kyc.ops@example.com, second@example.com",
                    "\u212Ayc.ops@example.com",
                    "kyc.ops"
                })
        void to_who_is_none_of_the_projects_admins(String admin) {
            assertThatAnswer(Calls.put(with(Calls.submission(), admin)).answer())
                    .isRefused("invalid_admin", "Invalid admin.");
        }
    }

    @Nested
    class Answers_invalid_submission {

        @ParameterizedTest
        @ValueSource(
                strings = {"6xx28lo115832", "6XX28LO115832", "x", "../x", "a\u0000b", "\u00e9"})
        void to_an_unknown_one(String submission) {
            invalid(submission);
        }

        @Test
        void to_a_long_one() {
            invalid("x".repeat(65));
            invalid("x".repeat(100_000));
            invalid(Calls.submission() + " ".repeat(2_000) + "x");
        }

        @Test
        void to_one_of_another_project_or_client() {
            invalid(Calls.submission("acme-other-key", "other@example.com"));
            invalid(Calls.submission(Calls.GLOBEX, Calls.ADMIN));
        }

        @Test
        void to_a_deleted_one() {
            var submission = Calls.submission();
            Calls.of("DELETE", "/v3/submission?submission_id=" + submission).answer();

            invalid(submission);
        }

        private static void invalid(String submission) {
            var answer = Calls.put(with(submission, Calls.ADMIN)).answer();
            assertThatAnswer(answer).isRefused("invalid_submission", "Invalid submission.");
            assertThat(answer.text())
                    .isEqualTo(
                            "{\"errorCode\":\"invalid_submission\",\"message\":\"Invalid submission.\"}");
        }
    }

    @Nested
    class Answers_invalid_data {

        @Test
        void without_a_picture_or_with_four_blank_ones() {
            var form = Calls.form(Calls.submission());
            noPicture(form);
            for (var slot : Slot.values()) {
                form.text(slot.word(), " \r\n");
            }
            noPicture(form);
        }

        private static void noPicture(Form form) {
            assertThatAnswer(Calls.put(form).answer())
                    .isRefused("invalid_data", "At least one image parameter is required.");
        }
    }

    @Nested
    class Answers_invalid_id_type {

        @ParameterizedTest
        @CsvSource({
            "idImage, Passport",
            "idImage, dni",
            "idBackImage, ''",
            "idImage, ' '",
            "selfieImage, dni"
        })
        void to_a_type_that_does_not_exist(String slot, String type) {
            var form =
                    Form.empty()
                            .text("submissionId", Calls.submission())
                            .text("admin", Calls.ADMIN)
                            .text("idType", type)
                            .text(slot, PNG);

            assertThatAnswer(Calls.put(form).answer())
                    .isRefused("invalid_idType", "Invalid IdType.");
        }
    }
}
