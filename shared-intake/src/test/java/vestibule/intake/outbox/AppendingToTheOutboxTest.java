package vestibule.intake.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.Commit;
import vestibule.intake.TestDatabase;
import vestibule.intake.event.Events;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AppendingToTheOutboxTest {

    private final TestDatabase database = TestDatabase.withOutbox();
    private final Outbox outbox =
            new Outbox(
                    TestConfig.of(EventsConfig.class, Map.of()),
                    Clock.fixed(Events.NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_event_is_written_with_the_commit() throws SQLException {
        var commit = new Commit();
        var envelope = outbox.append(commit, Events.received());

        assertThat(rows()).isEmpty();
        commit.execute(database.pool());

        assertThat(rows()).containsExactly(envelope.id().toString());
    }

    @Test
    void a_failing_commit_leaves_no_event() {
        var commit = new Commit();
        outbox.append(commit, Events.received());
        commit.add("insert into no_such_table values (1)");

        assertThatThrownBy(() -> commit.execute(database.pool())).isInstanceOf(SQLException.class);
        assertThat(rows()).isEmpty();
    }

    @Test
    void each_kind_goes_to_its_topic_under_its_key() throws SQLException {
        var received = Events.receivedFrom("user-123");
        var commit = new Commit();
        outbox.append(commit, received);
        outbox.append(commit, Events.deleted(received));
        commit.execute(database.pool());

        assertThat(database.ask("select topic || ' ' || record_key from outbox order by seq"))
                .containsExactly(
                        "document-received acme/user-123", "document-deleted acme/user-123");
    }

    @Test
    void ids_rise_and_carry_the_time() {
        var first = outbox.append(new Commit(), Events.received()).id();
        var second = outbox.append(new Commit(), Events.received()).id();

        assertThat(first.version()).isEqualTo(7);
        assertThat(first.getMostSignificantBits() >>> 16).isEqualTo(Events.NOW.toEpochMilli());
        assertThat(second.toString()).isGreaterThan(first.toString());
    }

    private List<String> rows() {
        return database.ask("select event_id from outbox order by seq");
    }
}
