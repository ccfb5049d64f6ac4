package vestibule.ddq;

import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.ofIdFront;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** {@code Content-Digest} and {@code Repr-Digest}, of the request and of each file. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PromisingADigestTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    private static final String OTHER = Digests.header(new byte[0]);

    @ParameterizedTest
    @ValueSource(strings = {"Content-Digest", "Repr-Digest"})
    void is_kept_by_request_and_file_alike(String name) {
        var upload = ofIdFront().with(name + ": " + Digests.header(Samples.seedPng()));

        var answer = upload.call().with(name, Digests.header(upload.form().bytes())).answer();

        assertThatAnswer(answer).isAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Digest", "Repr-Digest"})
    void of_a_file_that_is_broken_is_refused_by_its_name(String name) {
        var upload = ofIdFront().file("b.png", "ID").with(name + ": " + OTHER);

        assertThatAnswer(upload.answer()).isRefused("Digest does not match, invalid at file b.png");
        kept.nothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Digest", "Repr-Digest"})
    void of_the_request_that_is_broken_is_refused(String name) {
        assertThatAnswer(ofIdFront().call().with(name, OTHER).answer())
                .isRefused("Digest does not match the request body");
        assertThatAnswer(ofIdFront().call().with(name, "sha-256=x").answer())
                .isRefused("Digest does not match the request body");
        kept.nothing();
    }

    @Test
    void of_another_kind_is_ignored() {
        assertThatAnswer(ofIdFront().call().with("Content-Digest", "md5=:AAAA:").answer())
                .isAccepted();
    }

    @Test
    void of_the_request_is_looked_at_last() {
        assertThatAnswer(
                        ofIdFront()
                                .ddqId("x".repeat(256))
                                .call()
                                .with("Content-Digest", OTHER)
                                .answer())
                .isRefused("Invalid ddq_id " + "x".repeat(255));
    }
}
