package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.forUser;
import static vestibule.ddq.Upload.ofIdFront;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.client.Call;
import vestibule.intake.client.Events;
import vestibule.intake.client.Kept;
import vestibule.intake.client.Operator;

/** {@code DELETE account} where it erases. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasingAccountsTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    private static Call delete(String userId) {
        return Calls.of("DELETE", OtherwiseSet.PATH + "/account/" + userId);
    }

    private static String two() {
        var answer = ofIdFront().file("b.jpg", "PoR", new Photo(9_000_000)).answer();
        assertThatAnswer(answer).isAccepted();
        return Calls.idsOf(answer).getFirst();
    }

    @Test
    void leaves_nothing_of_the_documents_and_their_user() {
        two();

        assertThatAnswer(delete(Calls.USER).answer()).hasStatus(200);

        assertThat(kept.rows()).isZero();
        assertThat(kept.number("select count(*) from document where file_name = ''")).isEqualTo(2);
        assertThat(kept.row("select email, first_name from account")).containsExactly(null, null);
        Kept.eventually(() -> assertThat(kept.objects()).isEmpty());
        assertThatAnswer(Calls.get(OtherwiseSet.PATH + "/documents?user_id=client-1").answer())
                .isUnknownUser();
    }

    @Test
    void tells_that_each_document_is_erased() throws Exception {
        var id = two();

        delete(Calls.USER).answer();

        try (var events = new Events()) {
            var told = events.of(id, 2).getLast();
            assertThat(told.topic()).isEqualTo("document-deleted");
            assertThat(told.key()).isEqualTo("acme/client-1");
            assertThat(told.value()).contains("\"reason\":\"erasure\"");
        }
        assertThat(kept.events()).isEqualTo(4);
    }

    @Test
    void is_what_the_operator_can_do_too() {
        two();

        var reply = Operator.asks("erase", "--tenant", "acme", "--subject", Calls.USER, "--yes");

        assertThat(reply.text()).contains("2 documents erased");
        assertThat(kept.rows()).isZero();
        assertThat(kept.row("select email, first_name from account where closed_at is not null"))
                .containsExactly(null, null);
        Kept.eventually(() -> assertThat(kept.objects()).isEmpty());
    }

    @Test
    void forgets_the_answers_to_idempotency_keys() {
        ofIdFront().call().with("Idempotency-Key", "k1").answer();

        delete(Calls.USER).answer();

        assertThat(kept.number("select count(*) from idempotency_key")).isZero();
    }

    @Test
    void answers_409_and_changes_nothing_while_one_is_held() {
        two();
        kept.update("update document set held = true where file_name = 'b.jpg'");

        assertThatAnswer(delete(Calls.USER).answer()).isRefused(409, "document is under hold");

        kept.exactly(2);
        assertThatAnswer(ofIdFront().answer()).isAccepted();
    }

    @Test
    void leaves_nothing_of_an_upload_at_the_same_time() {
        for (int i = 0; i < 10; i++) {
            var userId = "racing-" + i;
            Calls.register(userId).answer();

            var upload =
                    CompletableFuture.supplyAsync(
                            () -> forUser(userId).file("a.png", "ID").answer());
            assertThatAnswer(delete(userId).answer()).hasStatus(200);

            assertThat(upload.join().status()).isIn(202, 404);
        }
        assertThat(kept.rows()).isZero();
        Kept.eventually(() -> assertThat(kept.objects()).isEmpty());
    }
}
