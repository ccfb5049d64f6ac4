package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.anUpload;
import static vestibule.ddq.Upload.ofIdFront;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Kept;

/** {@code ddq_id} where it must be known. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchingStrictlyTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    private static Answer upload(Upload upload) {
        return Calls.of("POST", OtherwiseSet.PATH + "/upload").holding(upload.form()).answer();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "garbage", "012"})
    void is_refused_where_no_request_of_the_user_has_it(String ddqId) {
        Calls.ask(Calls.USER, 12).answer();

        assertThatAnswer(upload(ofIdFront().ddqId(ddqId))).isRefused("Invalid ddq_id " + ddqId);
        kept.nothing();
    }

    @Test
    void is_accepted_where_one_has() {
        Calls.ask(Calls.USER, 12).answer();

        assertThatAnswer(upload(ofIdFront().ddqId("12"))).isAccepted();

        assertThat(kept.row("select status from eddq_request"))
                .containsExactly("PARTIAL_SUBMISSION");
        assertThat(kept.row("select ddq_matched from document")).containsExactly("t");
    }

    @Test
    void is_told_as_it_was_sent_when_the_request_is_over_at_the_commit() throws Exception {
        Calls.ask(Calls.USER, 12).answer();
        var id = Long.toString(kept.number("select id from eddq_request"));

        try (var operator = LosingTheUserTest.connect()) {
            operator.setAutoCommit(false);
            LosingTheUserTest.execute(operator, "update eddq_request set status = 'IN_REVIEW'");
            var upload = CompletableFuture.supplyAsync(() -> upload(ofIdFront().ddqId(id)));
            LosingTheUserTest.awaitWaiting(kept);
            operator.commit();

            assertThatAnswer(upload.get()).isRefused("Invalid ddq_id " + id);
        }
        kept.nothing();
    }

    @Test
    void may_be_absent() {
        assertThatAnswer(upload(ofIdFront())).isAccepted();
    }

    @Test
    void is_looked_at_after_the_files() {
        assertThatAnswer(upload(anUpload().file("a.gif", "ID").ddqId("13")))
                .isRefused("File extension gif is not allowed, invalid at file a.gif");
    }
}
