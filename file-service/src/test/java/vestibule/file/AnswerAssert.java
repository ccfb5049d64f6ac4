package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
