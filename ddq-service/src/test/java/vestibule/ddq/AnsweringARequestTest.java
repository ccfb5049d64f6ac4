package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.anUpload;
import static vestibule.ddq.Upload.ofIdFront;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Call;
import vestibule.intake.client.Kept;

/** {@code ddq_id}, and the requests that it answers. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnsweringARequestTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    private static JsonNode opened(String userId, int ddqId) {
        var answer = Calls.ask(userId, ddqId).answer();
        assertThatAnswer(answer).hasStatus(201);
        return answer.json().path("data");
    }

    private static String statusOf(JsonNode request) {
        var all = Calls.get("/v1/enterprise/eddq/requests").answer().json().path("data");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("id").equals(request.path("id")))
                .map(one -> one.path("status").asText())
                .findFirst()
                .orElseThrow();
    }

    private void accepted(String ddqId, boolean matched) {
        assertThatAnswer(ofIdFront().ddqId(ddqId).answer()).isAccepted();
        assertThat(kept.row("select ddq_id, ddq_matched from document"))
                .containsExactly(ddqId, matched ? "t" : "f");
    }

    @Nested
    class A_ddq_id {

        @Test
        void marks_the_newest_request_for_that_form() {
            var older = opened(Calls.USER, 12);
            var newer = opened(Calls.USER, 12);

            accepted("12", true);

            assertThat(statusOf(newer)).isEqualTo("PARTIAL_SUBMISSION");
            assertThat(statusOf(older)).isEqualTo("REQUESTED");
        }

        @Test
        void marks_else_the_request_of_that_id() {
            var request = opened(Calls.USER, 2_000_000_000);

            accepted(request.path("id").asText(), true);

            assertThat(statusOf(request)).isEqualTo("PARTIAL_SUBMISSION");
        }

        @Test
        void means_the_form_where_it_could_mean_both() {
            var byId = opened(Calls.USER, 2_000_000_000);
            var byForm = opened(Calls.USER, byId.path("id").intValue());

            accepted(byId.path("id").asText(), true);

            assertThat(statusOf(byForm)).isEqualTo("PARTIAL_SUBMISSION");
            assertThat(statusOf(byId)).isEqualTo("REQUESTED");
        }

        @Test
        void matches_again_after_a_first_part() {
            opened(Calls.USER, 12);
            ofIdFront().ddqId("12").answer();
            kept.update("delete from document");

            accepted("12", true);
        }

        @ParameterizedTest
        @ValueSource(strings = {"IN_REVIEW", "REVIEWED"})
        void matches_no_request_that_is_not_outstanding(String status) {
            var request = opened(Calls.USER, 12);
            kept.update("update eddq_request set status = ?", status);

            accepted("12", false);

            assertThat(statusOf(request)).isEqualTo(status);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"012", "12.0", " 12", "garbage", "' or 1=1", "99999999999999999999"})
        void that_matches_nothing_is_kept_as_sent(String ddqId) {
            var request = opened(Calls.USER, 12);

            accepted(ddqId, false);

            assertThat(statusOf(request)).isEqualTo("REQUESTED");
        }

        @Test
        void never_touches_the_request_of_another_user() {
            Calls.register("other").answer();
            var theirs = opened("other", 12);

            accepted("12", false);

            assertThat(statusOf(theirs)).isEqualTo("REQUESTED");
        }

        @Test
        void of_a_refused_upload_marks_nothing() {
            var request = opened(Calls.USER, 12);

            assertThatAnswer(anUpload().file("a.gif", "ID").ddqId("12").answer()).hasStatus(422);

            assertThat(statusOf(request)).isEqualTo("REQUESTED");
        }

        @Test
        void of_255_characters_is_good_and_a_blank_one_is_none() {
            accepted("😀".repeat(255), false);
            kept.update("delete from document");

            assertThatAnswer(ofIdFront().ddqId("  ").answer()).isAccepted();
            assertThat(kept.row("select ddq_id, ddq_matched from document"))
                    .containsExactly(null, "f");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\u0000", "a\nb", "\u007f"})
        void with_a_control_character_is_refused(String ddqId) {
            assertThatAnswer(ofIdFront().ddqId(ddqId).answer())
                    .isRefused("Invalid ddq_id " + ddqId);
            kept.nothing();
        }

        @Test
        void over_255_characters_is_refused_and_cut() {
            assertThatAnswer(ofIdFront().ddqId("😀".repeat(256)).answer())
                    .isRefused("Invalid ddq_id " + "😀".repeat(255));
            kept.nothing();
        }

        @Test
        void that_comes_twice_is_refused() {
            var form = ofIdFront().ddqId("1").form().text("ddq_id", "2");

            assertThatAnswer(Calls.upload(form).answer()).isRefused("Invalid ddq_id 1");
        }
    }

    @Nested
    class Opening_a_request {

        @Test
        void answers_201_with_the_request() {
            var answer = Calls.ask(Calls.USER, 12).answer();

            assertThatAnswer(answer).hasStatus(201).hasHeader("Content-Type", "application/json");
            var request = answer.json().path("data");
            assertThat(request.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "id",
                            "user_id",
                            "ddq_id",
                            "required_form",
                            "status",
                            "date_added",
                            "date_updated");
            assertThat(request.path("id").isIntegralNumber()).isTrue();
            assertThat(request.path("user_id").asText()).isEqualTo(Calls.USER);
            assertThat(request.path("ddq_id").intValue()).isEqualTo(12);
            assertThat(request.path("required_form").asText()).isEqualTo("EDDQ - Individual");
            assertThat(request.path("status").asText()).isEqualTo("REQUESTED");
            assertThat(request.path("date_added").asText())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z")
                    .isEqualTo(request.path("date_updated").asText());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"user_id\":\"client-1\",\"required_form\":\"EDDQ - Business\"} | ddq_id",
                    "{\"user_id\":\"client-1\",\"ddq_id\":\"12\"} | ddq_id",
                    "{\"user_id\":\"client-1\",\"ddq_id\":1.5} | ddq_id",
                    "{\"user_id\":\"client-1\",\"ddq_id\":0} | ddq_id",
                    "{\"user_id\":\"client-1\",\"ddq_id\":2147483648} | ddq_id",
                    "{\"user_id\":\"client-1\",\"ddq_id\":1} | required_form",
                    "{\"user_id\":\"client-1\",\"ddq_id\":1,\"required_form\":\"x\"} | required_form"
                })
        void answers_422_to_a_bad_field(String json, String field) {
            assertThatAnswer(Calls.post("/v1/enterprise/eddq/requests", json).answer())
                    .isRefused("Invalid " + field);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"user_id\":1}", "{\"user_id\":\"nobody\",\"ddq_id\":1}"})
        void answers_404_without_a_known_user(String json) {
            assertThatAnswer(Calls.post("/v1/enterprise/eddq/requests", json).answer())
                    .isUnknownUser();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "{", "{\"a\":1,\"a\":2}"})
        void answers_422_to_what_is_no_object(String json) {
            assertThatAnswer(Calls.post("/v1/enterprise/eddq/requests", json).answer())
                    .isRefused("Request body must be a JSON object");
        }

        @Test
        void answers_404_for_another_enterprises_user() {
            assertThatAnswer(Calls.ask(Calls.USER, 1).as(Calls.GLOBEX).answer()).isUnknownUser();
        }
    }

    @Nested
    class Listing_requests {

        private static List<Integer> listed(Call call) {
            var answer = call.answer();
            assertThatAnswer(answer).hasStatus(200).hasHeader("Content-Type", "application/json");
            return StreamSupport.stream(answer.json().path("data").spliterator(), false)
                    .map(request -> request.path("ddq_id").intValue())
                    .toList();
        }

        @Test
        void answers_those_of_one_user_or_of_all() {
            Calls.register("other").answer();
            opened(Calls.USER, 1);
            opened("other", 2);
            opened(Calls.USER, 3);

            assertThat(listed(Calls.requests(Calls.USER))).containsExactly(1, 3);
            assertThat(listed(Calls.get("/v1/enterprise/eddq/requests/"))).containsExactly(1, 2, 3);
            assertThat(listed(Calls.get("/v1/enterprise/eddq/requests").as(Calls.GLOBEX)))
                    .isEmpty();
        }

        @Test
        void answers_404_for_a_user_unknown_foreign_or_deleted() {
            Calls.register("deleted").answer();
            opened("deleted", 1);
            Calls.deleteAccount("deleted").answer();

            assertThatAnswer(Calls.requests("nobody").answer()).isUnknownUser();
            assertThatAnswer(Calls.requests("").answer()).isUnknownUser();
            assertThatAnswer(Calls.requests("%00").answer()).isUnknownUser();
            assertThatAnswer(Calls.requests("deleted").answer()).isUnknownUser();
            assertThatAnswer(Calls.requests(Calls.USER).as(Calls.GLOBEX).answer()).isUnknownUser();
            assertThat(listed(Calls.get("/v1/enterprise/eddq/requests"))).isEmpty();
        }
    }
}
