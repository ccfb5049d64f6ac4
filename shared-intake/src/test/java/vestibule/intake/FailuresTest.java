package vestibule.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.validation.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailuresTest {

    @Test
    void a_database_that_went_away_at_the_commit_is_an_outage() {
        var uncommitted = new RollbackException("ARJUNA016053: Could not commit transaction.");

        assertThat(Failures.refusalFor(new CompletionException(uncommitted)))
                .isInstanceOf(Refusal.Unavailable.class);
    }

    @Test
    void a_statement_that_the_database_objects_to_is_our_fault() {
        var uncommitted = new RollbackException("could not commit");
        uncommitted.initCause(new SQLException("duplicate key", "23505"));

        assertThat(Failures.refusalFor(uncommitted)).isInstanceOf(Refusal.Internal.class);
    }

    @Test
    void a_connection_that_broke_is_an_outage() {
        assertThat(Failures.refusalFor(new RuntimeException(new SQLException("gone", "08006"))))
                .isInstanceOf(Refusal.Unavailable.class);
    }

    @Test
    void whatever_nobody_expected_is_our_fault() {
        assertThat(Failures.refusalFor(new IllegalStateException()))
                .isInstanceOf(Refusal.Internal.class);
    }
}
