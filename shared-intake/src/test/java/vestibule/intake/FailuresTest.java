package vestibule.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.validation.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailuresTest {

    private final SQLException gone = new SQLException("terminating connection", "57P02");

    /** As Narayana reports a database that dies between a query and the end of its transaction. */
    private static Exception couldNotCommit(SQLException reason) {
        var failure = new Exception("could not commit transaction");
        failure.addSuppressed(new Exception(reason));
        return failure;
    }

    @Test
    void a_database_that_is_gone_is_an_outage() {
        assertThat(Failures.refusalFor(new IllegalStateException(gone)))
                .isEqualTo(new Refusal.Unavailable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"25006", "40P01", "53100"})
    void one_that_takes_nothing_for_now_is_one(String state) {
        assertThat(Failures.refusalFor(new SQLException("not now", state)))
                .isEqualTo(new Refusal.Unavailable());
    }

    @Test
    void a_service_that_stops_is_one() {
        assertThat(Failures.refusalFor(new RejectedExecutionException()))
                .isEqualTo(new Refusal.Unavailable());
    }

    @Test
    void gone_before_the_commit_it_is_one_too_and_named() {
        var failure = new IllegalStateException(couldNotCommit(gone));

        assertThat(Failures.refusalFor(failure)).isEqualTo(new Refusal.Unavailable());
        assertThat(Failures.root(failure)).isEqualTo(gone);
    }

    @Test
    void a_row_that_cannot_be_is_a_bug() {
        var failure = couldNotCommit(new SQLException("violates a constraint", "23505"));

        assertThat(Failures.refusalFor(failure)).isEqualTo(new Refusal.Internal());
    }
}
