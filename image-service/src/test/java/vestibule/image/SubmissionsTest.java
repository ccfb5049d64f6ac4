package vestibule.image;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.image.AnswerAssert.assertThatAnswer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Kept;
import vestibule.intake.client.Operator;

/** {@code GET} and {@code DELETE /v3/submission}. */
@QuarkusTest
@QuarkusTestResource(ImageServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubmissionsTest {

    @RegisterExtension final Kept kept = ImageServiceStack.kept();

    private static Answer list(String query) {
        return Calls.of("GET", "/v3/submission" + query).answer();
    }

    private static Answer delete(String submission) {
        return Calls.of("DELETE", "/v3/submission?submission_id=" + submission).answer();
    }

    private static List<String> ids(Answer answer) {
        assertThatAnswer(answer).hasStatus(200);
        return StreamSupport.stream(answer.json().path("Items").spliterator(), false)
                .map(item -> item.path("submission_id").asText())
                .toList();
    }

    /** A submission of this user, made on this day. */
    private String made(String userid, String email, String day) {
        var person = Calls.PERSON.formatted(Calls.ADMIN, ",\"userid\":\"" + userid + "\"");
        var id =
                Calls.migrate(Calls.ACME, person.replace("ann@example.com", email))
                        .answer()
                        .json()
                        .path("submissionId")
                        .asText();
        kept.update(
                "update submission set created_at = ? where id = ?",
                OffsetDateTime.parse(day + "T12:00:00Z"),
                id);
        return id;
    }

    @Nested
    class A_submission {

        @ParameterizedTest
        @ValueSource(strings = {"submission_id", "submissionId"})
        void is_shown_with_links_to_its_pictures(String name) throws Exception {
            var id = Calls.submission();
            Calls.put(Calls.passport(id)).answer();

            var item = list("?" + name + "=" + id + "&request_type=x").json().path("Items").path(0);

            assertThat(item.path("created_at").asText())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            assertThat(item)
                    .isEqualTo(
                            new JsonMapper()
                                    .readTree(
                                            """
                                            {"submission_id": "%1$s", "email": "ann@example.com",
                                             "created_at": "%2$s", "reviewer": "kyc.ops@example.com",
                                             "data": {"fullName": "Ann Example", "birthDate": "1990-10-15"},
                                             "kyc": {"result": "approved", "comment": [], "commentCode": []},
                                             "image": {"idImage": "/v3/image?submission_id=%1$s&type=idImage"}}
                                            """
                                                    .formatted(
                                                            id, item.path("created_at").asText())));
            assertThat(
                            Calls.of("GET", item.path("image").path("idImage").asText())
                                    .answer()
                                    .status())
                    .isEqualTo(200);
        }

        @Test
        void of_another_project_or_client_is_unknown() {
            var foreign =
                    List.of(
                            Calls.submission("acme-other-key", "other@example.com"),
                            Calls.submission(Calls.GLOBEX, Calls.ADMIN),
                            "6xx28lo115832",
                            "x");

            assertThat(foreign)
                    .allSatisfy(
                            id -> {
                                assertThat(Calls.shown(id).text()).isEqualTo("{\"Items\":[]}");
                                notThere(delete(id));
                            });
            assertThat(list("").text()).isEqualTo("{\"Items\":[]}");
        }
    }

    @Nested
    class The_list {

        @Test
        void is_of_a_user_an_email_days_or_all_newest_first() {
            var one = made("u1", "a@example.com", "2026-01-01");
            var two = made("u1", "b@example.com", "2026-01-02");
            var three = made("u2", "b@example.com", "2026-01-03");

            assertThat(ids(list(""))).containsExactly(three, two, one);
            assertThat(ids(list("?userid=u1"))).containsExactly(two, one);
            assertThat(ids(list("?email=b%40example.com"))).containsExactly(three, two);
            assertThat(ids(list("?start_date=2026-01-02"))).containsExactly(three, two);
            assertThat(ids(list("?end_date=2026-01-02"))).containsExactly(two, one);
            assertThat(ids(list("?start_date=2026-01-02&end_date=2026-01-02&userid=")))
                    .containsExactly(two);
            assertThat(list("?userid=u3").text()).isEqualTo("{\"Items\":[]}");
        }

        @Test
        void comes_in_pages() {
            var made = new ArrayList<String>();
            for (int i = 0; i < 5; i++) {
                made.addFirst(made("u", "a@example.com", i < 3 ? "2026-01-01" : "2026-01-02"));
            }
            var seen = new ArrayList<String>();
            var next = "";

            do {
                var page = list("?count=2" + next);
                seen.addAll(ids(page));
                next = next(page.json());
            } while (!next.isEmpty());

            assertThat(seen).hasSize(5).containsExactlyInAnyOrderElementsOf(made);
            assertThat(seen.subList(0, 2)).containsExactlyInAnyOrderElementsOf(made.subList(0, 2));
        }

        private static String next(JsonNode page) {
            return page.has("nextpage_id")
                    ? "&nextpage_id=%s&nextpage_date=%s"
                            .formatted(
                                    page.path("nextpage_id").asText(),
                                    page.path("nextpage_date").asText())
                    : "";
        }

        @ParameterizedTest
        @CsvSource({
            "count=0, count",
            "count=51, count",
            "count=x, count",
            "count=, count",
            "count=1&count=2, count",
            "nextpage_id=x, nextpage_id",
            "nextpage_id=6xx28lo115832, nextpage_date",
            "nextpage_date=2026-01-01T00:00:00Z, nextpage_id",
            "nextpage_date=yesterday, nextpage_date",
            "nextpage_id=6xx28lo115832&nextpage_date=-5000-01-01T00:00:00Z, nextpage_date",
            "nextpage_id=6xx28lo115832&nextpage_date=%2B300000-01-01T00:00:00Z, nextpage_date",
            "start_date=2026-1-1, start_date",
            "end_date=2026-02-30, end_date",
            "userid=a%00b, userid",
            "userid=a&email=b, email",
            "submission_id=a&submissionId=b, submissionId"
        })
        void refuses_a_bad_value(String query, String name) {
            assertThatAnswer(list("?" + query))
                    .isRefused("invalid_parameter", "invalid parameter: " + name);
        }

        @Test
        void answers_head_and_a_trailing_slash() {
            assertThatAnswer(Calls.of("HEAD", "/v3/submission").answer()).hasStatus(200);
            assertThat(list("/").text()).isEqualTo("{\"Items\":[]}");
        }
    }

    @Nested
    class Deleting {

        @Test
        void erases_the_pictures_and_what_is_said_of_the_person() {
            var id = made("u1", "a@example.com", "2026-01-01");
            Calls.put(Calls.passport(id)).answer();

            var answer = delete(id);

            assertThatAnswer(answer).hasStatus(200);
            assertThat(answer.text())
                    .isEqualTo(
                            "{\"message\":\"success\",\"content\":\"Submission %s deleted successfully.\",\"statusCode\":200}"
                                    .formatted(id));
            assertThatAnswer(Calls.picture(id, "idImage"))
                    .isRefused("invalid_submission", "Invalid submission.");
            assertThat(kept.rows()).isZero();
            assertThat(kept.events()).isEqualTo(2);
            Kept.eventually(() -> assertThat(kept.objects()).isEmpty());
            assertThat(kept.row("select email, userid, reviewer, data from submission"))
                    .containsExactly("", "", "", "{}");
            var left = Calls.shown(id).json().path("Items").path(0);
            assertThat(left.path("created_at").asText()).isEqualTo("2026-01-01T12:00:00.000Z");
            assertThat(left.path("kyc").path("result").asText()).isEqualTo("approved");
            assertThat(left.path("data")).isEmpty();
            assertThat(left.path("image")).isEmpty();
        }

        @Test
        void twice_finds_nothing_the_second_time() {
            var id = Calls.submission();
            assertThatAnswer(delete(id)).hasStatus(200);

            notThere(delete(id));
            notThere(Calls.of("DELETE", "/v3/submission").answer());
        }

        @Test
        void is_what_the_operator_can_do_too() {
            var id = Calls.submission();
            Calls.put(Calls.passport(id)).answer();

            Operator.asks("erase", "--tenant", "acme", "--subject", id, "--yes");

            assertThat(kept.rows()).isZero();
            assertThat(kept.row("select email, data from submission where deleted_at is not null"))
                    .containsExactly("", "{}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"submission", "picture"})
        void is_refused_to_the_operator_too_under_hold(String table) {
            var id = Calls.submission();
            Calls.put(Calls.passport(id)).answer();
            kept.update("update " + table + " set held = true");

            var reply = Operator.asks("erase", "--tenant", "acme", "--subject", id, "--yes");

            assertThat(reply.text()).contains("1 of them held");
            kept.exactly(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"submission", "picture"})
        void is_refused_under_hold(String table) {
            var id = Calls.submission();
            Calls.put(Calls.passport(id)).answer();
            kept.update("update " + table + " set held = true");

            assertThatAnswer(delete(id))
                    .isRefused(409, "submission_held", "The submission is under hold.");

            kept.exactly(1);
            assertThatAnswer(Calls.picture(id, "idImage")).hasStatus(200);
        }
    }

    private static void notThere(Answer answer) {
        assertThatAnswer(answer).hasStatus(400);
        assertThat(answer.text())
                .isEqualTo(
                        "{\"errorCode\":\"not Exist Submission ID\",\"message\":\"not Exist Submission ID\",\"statusCode\":400}");
    }
}
