package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;

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

    AnswerAssert isAccepted() {
        return hasStatus(202);
    }

    /** Refused with exactly this error, in the one form that refusals have. */
    AnswerAssert isRefused(int status, String error) {
        assertThat(actual.json().path("error").asText()).as(actual.text()).isEqualTo(error);
        assertThat(actual.json().fieldNames()).toIterable().containsExactly("error");
        return hasStatus(status)
                .hasHeader("Content-Type", "application/json")
                .hasNoHeader("X-Document-Ids");
    }

    AnswerAssert isRefused(String error) {
        return isRefused(422, error);
    }

    AnswerAssert isUnknownUser() {
        return isRefused(404, "user not found");
    }
}
