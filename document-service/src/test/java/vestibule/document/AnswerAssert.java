package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.StreamSupport;
import vestibule.intake.client.Answer;
import vestibule.intake.client.AnswerAssertions;

/** What tests say about answers. */
final class AnswerAssert extends AnswerAssertions<AnswerAssert> {

    static final String INVALID = "The given data was invalid.";

    private AnswerAssert(Answer actual) {
        super(actual, AnswerAssert.class);
    }

    static AnswerAssert assertThatAnswer(Answer answer) {
        return new AnswerAssert(answer);
    }

    AnswerAssert isStored() {
        hasStatus(201);
        assertThat(actual.json().path("contentAvailable").booleanValue()).isTrue();
        return this;
    }

    AnswerAssert isAwaited() {
        hasStatus(201);
        assertThat(actual.json().path("contentAvailable").booleanValue()).isFalse();
        return this;
    }

    /** Refused in general: the one detail repeats the message and names no field. */
    AnswerAssert isRefused(int status, String message) {
        return isRefused(status, message, "null: " + message);
    }

    /** Refused with a 400 for exactly these details, each {@code field: issue}. */
    AnswerAssert isInvalid(String... details) {
        return isRefused(400, INVALID, details);
    }

    private AnswerAssert isRefused(int status, String message, String... details) {
        hasStatus(status).hasHeader("Content-Type", "application/json");
        var error = actual.json().path("error");
        assertThat(actual.json().fieldNames()).toIterable().containsExactly("error");
        assertThat(error.fieldNames()).toIterable().containsExactly("code", "message", "details");
        assertThat(error.path("code").intValue()).isEqualTo(status);
        assertThat(error.path("message").asText()).isEqualTo(message);
        assertThat(
                        StreamSupport.stream(error.path("details").spliterator(), false)
                                .map(
                                        detail ->
                                                detail.path("field").asText()
                                                        + ": "
                                                        + detail.path("issue").asText()))
                .as(actual.text())
                .isEqualTo(Arrays.asList(details));
        return this;
    }

    AnswerAssert isTooLarge() {
        return isRefused(
                413,
                "The request is too large.",
                "file: The file may not be greater than 20971520 bytes.");
    }
}
