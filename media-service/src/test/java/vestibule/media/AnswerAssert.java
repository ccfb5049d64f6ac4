package vestibule.media;

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

    /** Signed over exactly the bytes that came. */
    AnswerAssert isSignedFor(Client client) {
        return hasHeader("x-auth-client", client.apiKey())
                .hasHeader("x-hmac-signature", client.sign(actual.bytes()));
    }

    AnswerAssert isNotSigned() {
        return hasNoHeader("x-hmac-signature");
    }

    AnswerAssert isStored() {
        return hasStatus(200);
    }

    /** Refused in the one form that refusals have, member for member. */
    AnswerAssert isRefused(int status, String code, String message) {
        hasStatus(status).hasHeader("Content-Type", "application/json");
        assertThat(actual.json().properties().stream().map(Object::toString))
                .as(actual.text())
                .containsExactly(
                        "status=\"fail\"", "code=\"" + code + "\"", "message=" + quoted(message));
        return this;
    }

    AnswerAssert isRefused(int status, String code) {
        hasStatus(status).hasHeader("Content-Type", "application/json");
        assertThat(actual.json().path("code").asText()).as(actual.text()).isEqualTo(code);
        return this;
    }

    AnswerAssert isInvalid() {
        return isRefused(400, "1101", "Validation failed");
    }

    AnswerAssert isNotFound() {
        return isRefused(404, "1101", "Resource not found");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
