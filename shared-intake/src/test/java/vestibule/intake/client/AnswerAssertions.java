package vestibule.intake.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.AbstractAssert;

/** What every service's tests say about answers; each adds its own vendor's words. */
public class AnswerAssertions<A extends AnswerAssertions<A>> extends AbstractAssert<A, Answer> {

    protected AnswerAssertions(Answer actual, Class<A> self) {
        super(actual, self);
    }

    public A hasStatus(int status) {
        assertThat(actual.status()).as(actual.text()).isEqualTo(status);
        return myself;
    }

    public A hasHeader(String name, String value) {
        assertThat(actual.headers().allValues(name)).as(name).containsExactly(value);
        return myself;
    }

    public A hasNoHeader(String name) {
        assertThat(actual.headers().allValues(name)).as(name).isEmpty();
        return myself;
    }
}
