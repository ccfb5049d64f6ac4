package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.AbstractAssert;
import vestibule.intake.client.Answer;

/** What tests say about answers. */
final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

    private AnswerAssert(Answer actual) {
        super(actual, AnswerAssert.class);
    }

    static AnswerAssert assertThatAnswer(Answer answer) {
        return new AnswerAssert(answer);
    }

    AnswerAssert hasStatus(int status) {
        assertThat(actual.status()).as(actual.text()).isEqualTo(status);
        return this;
    }

    AnswerAssert hasHeader(String name, String value) {
        assertThat(actual.headers().allValues(name)).as(name).containsExactly(value);
        return this;
    }

    AnswerAssert hasNoHeader(String name) {
        assertThat(actual.headers().allValues(name)).as(name).isEmpty();
        return this;
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
