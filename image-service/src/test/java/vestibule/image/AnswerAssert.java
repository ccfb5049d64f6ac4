package vestibule.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import vestibule.intake.client.Answer;
import vestibule.intake.client.AnswerAssertions;

/** What tests say about answers. */
final class AnswerAssert extends AnswerAssertions<AnswerAssert> {

    private AnswerAssert(Answer actual) {
        super(actual, AnswerAssert.class);
    }

    static AnswerAssert assertThatAnswer(Answer answer) {
        return new AnswerAssert(answer);
    }

    /** The documented answer of the documented call. */
    AnswerAssert isUpdated() {
        hasStatus(200).hasHeader("Content-Type", "application/json");
        return says(Map.of("message", "complete to update image."));
    }

    AnswerAssert isUnparsable() {
        return isRefused("invalid_payload", "Fail to parse the input data.");
    }

    AnswerAssert isTooLarge() {
        return isRefusedPlainly(413, "Request Entity Too Large");
    }

    AnswerAssert isRefused(String code, String message) {
        return isRefused(400, code, message);
    }

    AnswerAssert isRefused(int status, String code, String message) {
        hasStatus(status).hasHeader("Content-Type", "application/json");
        return says(Map.of("errorCode", code, "message", message));
    }

    AnswerAssert isRefusedPlainly(int status, String message) {
        hasStatus(status).hasHeader("Content-Type", "application/json");
        return says(Map.of("message", message));
    }

    private AnswerAssert says(Map<String, String> members) {
        assertThat(actual.json().properties())
                .as(actual.text())
                .allSatisfy(
                        member ->
                                assertThat(members)
                                        .containsEntry(member.getKey(), member.getValue().asText()))
                .hasSize(members.size());
        return this;
    }
}
