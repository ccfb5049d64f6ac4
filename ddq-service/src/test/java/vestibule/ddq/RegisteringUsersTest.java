package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.ofIdFront;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.body.BufferBudget;
import vestibule.intake.body.BufferLease;
import vestibule.intake.client.Call;
import vestibule.intake.client.Kept;

/** Users: register, get, list, delete. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisteringUsersTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    @Inject BufferBudget budget;

    private static Call registerWith(String json) {
        return Calls.post("/v1/enterprise/register-account", json);
    }

    private static Call user(String userId) {
        return Calls.get("/v1/enterprise/users/" + userId);
    }

    @Nested
    class Registering {

        @Test
        void answers_201_with_the_user_and_all_that_is_known() {
            var answer =
                    registerWith(
                                    """
                                    {"user_id": "jane", "account_type": "corporation",
                                     "account_role": "advisor", "email": "a@example.com",
                                     "first_name": "J\\u00e4ne", "last_name": "D", "phone_number": "+1",
                                     "advisor_user_id": "x", "dob": 3, "individual": {"a": [1]}}
                                    """)
                            .answer();

            assertThatAnswer(answer).hasStatus(201).hasHeader("Content-Type", "application/json");
            assertThat(answer.text())
                    .isEqualTo(
                            "{\"data\":{\"user_id\":\"jane\",\"account_type\":\"corporation\","
                                    + "\"account_role\":\"advisor\",\"advisor_user_id\":\"x\","
                                    + "\"email\":\"a@example.com\",\"first_name\":\"Jäne\","
                                    + "\"last_name\":\"D\",\"phone_number\":\"+1\","
                                    + "\"status\":\"PENDING\","
                                    + "\"requirements\":{\"email\":false,\"sms\":false}}}");
            assertThat(user("jane").answer().text()).isEqualTo(answer.text());
        }

        @Test
        void answers_null_for_what_is_absent_and_client_for_the_role() {
            var answer =
                    registerWith(
                                    "{\"user_id\":\"jane\",\"account_type\":\"individual\","
                                            + "\"email\":null,\"account_role\":null}")
                            .answer();

            assertThat(answer.text())
                    .isEqualTo(
                            "{\"data\":{\"user_id\":\"jane\",\"account_type\":\"individual\","
                                    + "\"account_role\":\"client\",\"advisor_user_id\":null,"
                                    + "\"email\":null,\"first_name\":null,\"last_name\":null,"
                                    + "\"phone_number\":null,\"status\":\"PENDING\","
                                    + "\"requirements\":{\"email\":false,\"sms\":false}}}");
        }

        @Test
        void answers_500_while_there_is_no_memory_for_its_body() {
            var leases = all(budget);
            assertThatAnswer(Calls.register("jane").answer())
                    .isRefused(
                            500,
                            "An unknown error has occurred. If this persists, please contact"
                                    + " support.")
                    .hasHeader("Retry-After", "5");

            leases.forEach(BufferLease::close);
            assertThatAnswer(Calls.register("jane").answer()).hasStatus(201);
            assertThat(budget.reservedBytes()).isZero();
        }

        private static List<BufferLease> all(BufferBudget budget) {
            var leases = new ArrayList<BufferLease>();
            for (var chunks = 1000; budget.reservedBytes() < budget.capacityBytes(); chunks = 1) {
                budget.admit(chunks, Duration.ofSeconds(1), new CompletableFuture<>())
                        .thenAccept(leases::add);
            }
            return leases;
        }

        @Test
        void answers_409_to_an_id_that_was_used_before() {
            assertThatAnswer(Calls.register(Calls.USER).answer())
                    .isRefused(409, "user already exists");
            Calls.deleteAccount(Calls.USER).answer();
            assertThatAnswer(Calls.register(Calls.USER).answer())
                    .isRefused(409, "user already exists");
            assertThatAnswer(Calls.register(Calls.USER).as(Calls.GLOBEX).answer()).hasStatus(201);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | user_id",
                    "{\"user_id\":null,\"account_type\":\"x\"} | user_id",
                    "{\"user_id\":1,\"account_type\":\"x\"} | user_id",
                    "{\"user_id\":\"\",\"account_type\":\"x\"} | user_id",
                    "{\"user_id\":\" \",\"account_type\":\"x\"} | user_id",
                    "{\"user_id\":\"a\\u0000\",\"account_type\":\"x\"} | user_id",
                    "{\"user_id\":\"a\\ud800\",\"account_type\":\"x\"} | user_id",
                    "{\"user_id\":\"jane\"} | account_type",
                    "{\"user_id\":\"jane\",\"account_type\":\"\"} | account_type",
                    "{\"user_id\":\"jane\",\"account_type\":\"Individual\"} | account_type",
                    "{\"user_id\":\"jane\",\"account_type\":\"x\",\"account_role\":\"boss\"} | account_role",
                    "{\"user_id\":\"jane\",\"account_type\":\"x\",\"email\":[]} | email",
                    "{\"user_id\":\"jane\",\"account_type\":\"x\",\"first_name\":\"a\\u0000\"} | first_name",
                    "{\"user_id\":\"jane\",\"account_type\":\"x\",\"last_name\":\"a\\ud800\"} | last_name",
                    "{\"user_id\":\"jane\",\"account_type\":\"x\",\"phone_number\":5} | phone_number",
                    "{\"user_id\":\"jane\",\"account_type\":\"x\",\"advisor_user_id\":{}} | advisor_user_id"
                })
        void answers_422_to_a_bad_field(String json, String field) {
            assertThatAnswer(registerWith(json).answer()).isRefused("Invalid " + field);
            assertThatAnswer(user("jane").answer()).isUnknownUser();
        }

        @Test
        void answers_422_to_fields_of_256_characters_and_takes_255() {
            assertThatAnswer(Calls.register("x".repeat(256)).answer()).isRefused("Invalid user_id");
            assertThatAnswer(
                            registerWith(
                                            "{\"user_id\":\"jane\",\"account_type\":\"x\","
                                                    + "\"email\":\""
                                                    + "😀".repeat(255)
                                                    + "\"}")
                                    .answer())
                    .hasStatus(201);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "null", "{", "{\"user_id\":\"a\",\"user_id\":\"a\"}"})
        void answers_422_to_what_is_no_object(String body) {
            assertThatAnswer(registerWith(body).answer())
                    .isRefused("Request body must be a JSON object");
        }

        @Test
        void answers_413_to_a_body_over_1_MiB() {
            assertThatAnswer(registerWith(" ".repeat((1 << 20) + 1)).answer())
                    .isRefused(413, "Request body is too large");
        }
    }

    @Nested
    class Reading {

        @ParameterizedTest
        @ValueSource(strings = {"nobody", "%00", "client-1%20", "Client-1"})
        void answers_404_to_an_id_that_nobody_has(String userId) {
            assertThatAnswer(user(userId).answer()).isUnknownUser();
        }

        @Test
        void answers_404_to_another_enterprise() {
            assertThatAnswer(user(Calls.USER).as(Calls.GLOBEX).answer()).isUnknownUser();
        }

        @Test
        void finds_an_id_with_a_slash_and_takes_one_at_the_end() {
            Calls.register("a/b c").answer();

            assertThatAnswer(user("a%2Fb%20c").answer()).hasStatus(200);
            assertThatAnswer(user(Calls.USER + "/").answer()).hasStatus(200);
        }

        @Test
        void answers_HEAD_too() {
            var answer = Calls.of("HEAD", "/v1/enterprise/users/" + Calls.USER).answer();

            assertThatAnswer(answer).hasStatus(200);
            assertThat(answer.bytes()).isEmpty();
        }
    }

    @Nested
    class Listing {

        private static List<String> listed(String query) {
            var answer = Calls.get("/v1/enterprise/users" + query).answer();
            assertThatAnswer(answer).hasStatus(200);
            return answer.json().path("data").findValuesAsText("user_id");
        }

        @Test
        void answers_users_in_the_order_of_registration() {
            registerWith("{\"user_id\":\"b\",\"account_type\":\"x\",\"account_role\":\"advisor\"}")
                    .answer();
            Calls.register("a").answer();
            Calls.register("theirs").as(Calls.GLOBEX).answer();

            assertThat(listed("")).containsExactly(Calls.USER, "b", "a");
            assertThat(listed("?accountRole=client")).containsExactly(Calls.USER, "a");
            assertThat(listed("?accountRole=advisor")).containsExactly("b");
            assertThat(listed("?accountRole=boss")).isEmpty();
            assertThat(listed("?accountRole=%00")).isEmpty();
            assertThat(listed("?limit=1&offset=1")).containsExactly("b");
            assertThat(listed("?offset=3")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "limit=0, limit",
            "limit=1001, limit",
            "limit=x, limit",
            "limit=, limit",
            "limit=1&limit=1, limit",
            "limit=0&offset=x, limit",
            "offset=-1, offset",
            "offset=9999999999, offset",
            "offset=1.0, offset"
        })
        void answers_422_to_a_bad_page(String query, String parameter) {
            assertThatAnswer(Calls.get("/v1/enterprise/users?" + query).answer())
                    .isRefused("Invalid " + parameter);
        }
    }

    @Nested
    class Deleting {

        @Test
        void answers_200_and_the_user_is_unknown_from_then_on() {
            var answer = Calls.deleteAccount(Calls.USER).answer();

            assertThatAnswer(answer).hasStatus(200).hasHeader("Content-Type", "application/json");
            assertThat(answer.text()).isEqualTo("{\"message\":\"Account deleted\"}");
            assertThatAnswer(user(Calls.USER).answer()).isUnknownUser();
            assertThatAnswer(Calls.deleteAccount(Calls.USER).answer()).isUnknownUser();
            assertThat(Calls.get("/v1/enterprise/users").answer().json().path("data")).isEmpty();
        }

        @Test
        void keeps_the_documents_unless_told_otherwise() {
            ofIdFront().answer();

            Calls.deleteAccount(Calls.USER).answer();

            kept.exactly(1);
            var listed = Calls.documents(Calls.USER).answer();
            assertThatAnswer(listed).hasStatus(200);
            assertThat(listed.json().path("total").intValue()).isEqualTo(1);
        }

        @Test
        void answers_404_to_ids_unknown_and_foreign() {
            assertThatAnswer(Calls.deleteAccount("nobody").answer()).isUnknownUser();
            assertThatAnswer(Calls.deleteAccount(Calls.USER).as(Calls.GLOBEX).answer())
                    .isUnknownUser();
            assertThatAnswer(user(Calls.USER).answer()).hasStatus(200);
        }

        @Test
        void answers_200_once_of_many_at_once() {
            var statuses =
                    IntStream.range(0, 8)
                            .parallel()
                            .mapToObj(i -> Calls.deleteAccount(Calls.USER).answer().status())
                            .toList();

            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 404);
        }
    }
}
