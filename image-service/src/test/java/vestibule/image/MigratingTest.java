package vestibule.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.image.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.ErrorLog;
import vestibule.intake.client.Kept;

/** {@code POST /v3/submission/migration}. */
@QuarkusTest
@QuarkusTestResource(ImageServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MigratingTest {

    @RegisterExtension final Kept kept = ImageServiceStack.kept();

    private static Answer migrate(String json) {
        return Calls.migrate(Calls.ACME, json).answer();
    }

    private long submissions() {
        return kept.number("select count(*) from submission");
    }

    @Nested
    class Answers_200 {

        @Test
        void with_an_id_that_cannot_be_guessed() {
            var answer = migrate(Calls.PERSON.formatted(Calls.ADMIN, ""));

            assertThatAnswer(answer).hasStatus(200).hasHeader("Content-Type", "application/json");
            assertThat(answer.json().fieldNames()).toIterable().containsExactly("submissionId");
            assertThat(answer.json().path("submissionId").asText()).matches("[a-z0-9]{13}");
            assertThat(submissions()).isOne();
        }

        @Test
        void and_keeps_what_is_said_of_the_person() {
            var more =
                    ",\"idType\":\"visa\",\"issuingCountry\":\"KOR\",\"gender\":\"female\",\"userid\":\"u-1\","
                            + "\"expireDate\":\"2030-02-28\",\"cf1\":\"\",\"address_city\":\"S\u00e3o Paulo\",\"unknown\":5";
            var id =
                    migrate(Calls.PERSON.formatted("KYC.OPS@example.com", more))
                            .json()
                            .path("submissionId")
                            .asText();

            var item = Calls.shown(id).json().path("Items").path(0);

            assertThat(item.path("email").asText()).isEqualTo("ann@example.com");
            assertThat(item.path("reviewer").asText()).isEqualTo("KYC.OPS@example.com");
            assertThat(item.path("kyc").path("result").asText()).isEqualTo("approved");
            assertThat(item.path("data").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "fullName",
                            "birthDate",
                            "idType",
                            "issuingCountry",
                            "gender",
                            "userid",
                            "expireDate",
                            "address_city");
            assertThat(item.path("data").path("address_city").asText()).isEqualTo("S\u00e3o Paulo");
        }
    }

    @Nested
    class Refuses {

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "[]", "{\"admin\":\"x\",\"admin\":\"x\"}", "{} {}"})
        void what_is_no_object(String json) {
            assertThatAnswer(migrate(json)).isRefused("invalid_payload", "Invalid payload");
            assertThat(submissions()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"admin", "email", "fullName", "birthDate", "kycStatus"})
        void what_lacks_a_required_member(String name) {
            var whole = Calls.PERSON.formatted(Calls.ADMIN, "");
            var without =
                    whole.replaceFirst("\"" + name + "\":\"[^\"]*\",?", "").replace(",}", "}");
            var blank = whole.replaceFirst("\"" + name + "\":\"[^\"]*\"", "\"" + name + "\":\" \"");

            for (var json : new String[] {without, blank}) {
                assertThatAnswer(migrate(json))
                        .isRefused("missing_data", "Required input data is missing");
            }
            assertThat(submissions()).isZero();
        }

        @Test
        void an_admin_of_another_project_before_a_wrong_value() {
            var json = Calls.PERSON.formatted("other@example.com", ",\"gender\":\"x\"");

            assertThatAnswer(migrate(json)).isRefused("invalid_admin", "Invalid admin.");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "idType|\"dni\"",
                    "gender|\"x\"",
                    "issuingCountry|\"KR\"",
                    "cf1|5",
                    "nationality|\"a\\u0000b\"",
                    "userid|\"\\ud800\"",
                    "address_city|[]"
                })
        void a_value_that_cannot_be_right(String name, String value) {
            var json = Calls.PERSON.formatted(Calls.ADMIN, ",\"" + name + "\":" + value);

            assertThatAnswer(migrate(json))
                    .isRefused("invalid_parameter", "invalid parameter: " + name);
            assertThat(submissions()).isZero();
        }

        @ParameterizedTest
        @CsvSource({"issueDate, 2020-02-30", "expireDate, 01.02.2030", "expireDate, 2030-1-1"})
        void a_date_that_is_none(String name, String date) {
            var json = Calls.PERSON.formatted(Calls.ADMIN, ",\"" + name + "\":\"" + date + "\"");

            assertThatAnswer(migrate(json)).isRefused("invalid_format", "invalid format: " + name);
            assertThat(submissions()).isZero();
        }

        @Test
        void a_body_that_is_too_large_or_encoded() {
            assertThatAnswer(migrate(" ".repeat(1_048_577))).isTooLarge();
            assertThatAnswer(
                            Calls.of("POST", "/v3/submission/migration")
                                    .with("Content-Encoding", "gzip")
                                    .holding("application/json", "{}".getBytes(UTF_8))
                                    .answer())
                    .isRefusedPlainly(415, "Unsupported Media Type");
        }
    }

    /**
     * The states are PostgreSQL's: a full disk, which passes, and a violated check, which is a bug.
     */
    @ParameterizedTest
    @CsvSource({"53100, 0", "23514, 1"})
    void a_failure_is_told_in_its_own_words_and_is_an_error_unless_it_passes(
            String state, int errors) {
        kept.update(
                """
                create function fail() returns trigger language plpgsql as $$
                begin raise exception 'as the test wants' using errcode = '%s'; end $$"""
                        .formatted(state));
        kept.update("create trigger fail before insert on submission execute function fail()");
        var log = ErrorLog.begin();
        try {
            var answer = migrate(Calls.PERSON.formatted(Calls.ADMIN, ""));

            assertThatAnswer(answer)
                    .hasHeader("Retry-After", "5")
                    .isRefused("processing_error", "Failed to complete migration");
        } finally {
            assertThat(log.end()).hasSize(errors);
            kept.update("drop function fail cascade");
        }
        assertThat(submissions()).isZero();
    }
}
