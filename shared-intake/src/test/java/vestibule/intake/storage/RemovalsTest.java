package vestibule.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.intake.Eventually.eventually;
import static vestibule.intake.body.Leases.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.Commit;
import vestibule.intake.TestDatabase;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RemovalsTest {

    private final TestDatabase database = new TestDatabase();
    private final StubbornStore store = new StubbornStore();
    private final Removals removals = new Removals(database.pool(), store);

    @BeforeEach
    void migrate() throws IOException {
        try (var sql =
                RemovalsTest.class.getResourceAsStream(
                        "/db/intake/V20261120_03__object_removal.sql")) {
            database.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
        for (var key : new String[] {"a", "b", "c"}) {
            store.put(key, part(new byte[1]), InMemoryObjectStore.sha256(new byte[1]));
        }
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void remove_what_the_commit_named_and_nothing_else() throws SQLException {
        append("a", "b");

        removals.removeDue();

        assertThat(store.keys()).containsExactly("c");
        assertThat(waiting()).isEqualTo("0");
    }

    @Test
    void remove_nothing_when_the_commit_did_not_happen() throws SQLException {
        removals.append(new Commit(), "a");

        removals.removeDue();

        assertThat(store.keys()).contains("a");
    }

    @Test
    void take_the_same_object_twice() throws SQLException {
        append("a");
        append("a");

        removals.removeDue();

        assertThat(store.keys()).doesNotContain("a");
    }

    @Test
    void keep_what_the_store_did_not_remove_for_later() throws SQLException {
        store.failing = true;
        append("a");

        removals.removeDue();
        removals.removeDue();

        assertThat(store.tries).isEqualTo(1);
        assertThat(waiting()).isEqualTo("1");
        assertThat(database.ask("select due > now() from object_removal")).containsExactly("t");
    }

    @Test
    void try_again_within_a_minute_however_often_it_failed() throws SQLException {
        store.failing = true;
        append("a");
        for (var i = 0; i < 20; i++) {
            removals.removeDue();
            database.execute("update object_removal set due = now()");
        }
        removals.removeDue();
        assertThat(database.ask("select due <= now() + interval '1 minute' from object_removal"))
                .containsExactly("t");

        store.failing = false;
        database.execute("update object_removal set due = now()");
        removals.removeDue();

        assertThat(store.keys()).doesNotContain("a");
        assertThat(waiting()).isEqualTo("0");
    }

    @Test
    void begin_when_they_are_woken() throws Throwable {
        append("a");

        removals.wake();

        eventually(Duration.ofSeconds(10), () -> assertThat(waiting()).isEqualTo("0"));
        assertThat(store.keys()).doesNotContain("a");
    }

    private void append(String... keys) throws SQLException {
        var commit = new Commit();
        removals.append(commit, keys);
        commit.execute(database.pool());
    }

    private String waiting() {
        return database.ask("select count(*) from object_removal").getFirst();
    }

    private static final class StubbornStore extends InMemoryObjectStore {

        private boolean failing;
        private int tries;

        @Override
        public void remove(String key) {
            tries++;
            if (failing) {
                throw new StoreUnavailable("down", new IOException());
            }
            super.remove(key);
        }
    }
}
