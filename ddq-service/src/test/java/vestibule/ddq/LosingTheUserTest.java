package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.ofIdFront;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.Stack;
import vestibule.intake.client.Kept;

/** An upload whose user goes while it is under way. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LosingTheUserTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    @Test
    void is_answered_404_and_leaves_nothing_even_at_its_commit() throws Exception {
        try (var closing = connect()) {
            closing.setAutoCommit(false);
            // Holds the row, as the deletion of the account does.
            execute(closing, "update account set closed_at = now()");

            var upload = CompletableFuture.supplyAsync(() -> ofIdFront().answer());
            awaitWaiting(kept);
            closing.commit();

            assertThatAnswer(upload.get()).isUnknownUser();
        }
        kept.nothing();
    }

    /** Returns when somebody waits for a lock. */
    static void awaitWaiting(Kept kept) {
        Kept.eventually(
                () ->
                        assertThat(kept.number("select count(*) from pg_locks where not granted"))
                                .isPositive());
    }

    static void execute(Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    static Connection connect() throws Exception {
        var postgres = Stack.running().postgres();
        return DriverManager.getConnection(
                postgres.jdbcUrl("ddq"), postgres.user("ddq"), postgres.password("ddq"));
    }
}
