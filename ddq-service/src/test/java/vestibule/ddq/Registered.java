package vestibule.ddq;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Before every test: nothing is kept but acme's user {@link Calls#USER}. */
final class Registered implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        AnswerAssert.assertThatAnswer(Calls.register(Calls.USER).answer()).hasStatus(201);
    }
}
