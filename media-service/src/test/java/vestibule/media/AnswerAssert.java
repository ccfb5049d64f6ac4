package vestibule.media;

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
