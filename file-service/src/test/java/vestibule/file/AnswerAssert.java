package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    /** Stored, with an id of its own. */
    AnswerAssert isStored() {
        return hasStatus(201);
    }

    /** Refused with exactly these codes, in this order, in the one form that refusals have. */
    AnswerAssert isRefused(int status, String... codes) {
        hasStatus(status).hasHeader("Content-Type", "application/json");
        assertThat(Calls.errorCodes(actual)).as(actual.text()).containsExactly(codes);
        assertThat(actual.json().fieldNames()).toIterable().containsExactly("errors");
        actual.json()
                .path("errors")
                .forEach(
                        error ->
                                assertThat(error.fieldNames())
                                        .toIterable()
                                        .containsExactlyInAnyOrder("code", "title"));
        return this;
    }

    AnswerAssert saying(String... titles) {
        assertThat(Calls.errorTitles(actual)).isEqualTo(List.of(titles));
        return this;
    }
}
