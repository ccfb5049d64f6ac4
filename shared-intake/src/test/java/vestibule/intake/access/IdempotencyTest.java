package vestibule.intake.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.Caller;
import vestibule.intake.Commit;
import vestibule.intake.TestDatabase;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdempotencyTest {

    private static final String MIGRATION = "/db/intake/V20261120_02__idempotency_key.sql";
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Caller ACME = Caller.of("acme");
    private static final byte[] CONTENT = new byte[32];
    private static final UUID DOCUMENT = new UUID(1, 2);

    private final TestDatabase database = new TestDatabase();

    @BeforeEach
    void createTable() throws IOException {
        try (var migration = IdempotencyTest.class.getResourceAsStream(MIGRATION)) {
            database.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void dropTable() {
        database.close();
    }

    @Test
    void a_key_is_fresh_then_in_use_then_done() throws SQLException {
        var keys = at(NOW);

        var reservation = fresh(keys.begin(ACME, "upload", "k"));
        assertThat(keys.begin(ACME, "upload", "k")).isInstanceOf(Begun.InUse.class);
        finish(keys, reservation);

        var done = (Begun.Done) keys.begin(ACME, "upload", "k");
        assertThat(done.answer().status()).isEqualTo(201);
        assertThat(done.answer().headers()).containsExactly(Map.entry("Location", "/v1/files/1"));
        assertThat(done.answer().body()).asString().isEqualTo("{}");
        assertThat(done.repeats(new byte[32])).isTrue();
        assertThat(done.repeats(new byte[] {1})).isFalse();
    }

    @Test
    void a_key_belongs_to_its_owner_and_operation() throws SQLException {
        var keys = at(NOW);
        fresh(keys.begin(ACME, "upload", "k"));

        fresh(keys.begin(Caller.of("bolt"), "upload", "k"));
        fresh(keys.begin(new Caller("acme", "somebody"), "upload", "k"));
        fresh(keys.begin(ACME, "delete", "k"));
    }

    @Test
    void a_failed_request_frees_its_key() throws SQLException {
        var keys = at(NOW);
        keys.release(fresh(keys.begin(ACME, "upload", "k")));

        fresh(keys.begin(ACME, "upload", "k"));
    }

    @Test
    void releasing_does_not_forget_an_answer() throws SQLException {
        var keys = at(NOW);
        var reservation = fresh(keys.begin(ACME, "upload", "k"));
        finish(keys, reservation);
        keys.release(reservation);

        assertThat(keys.begin(ACME, "upload", "k")).isInstanceOf(Begun.Done.class);
    }

    @Test
    void the_key_of_a_dead_process_is_free_after_60_seconds() throws SQLException {
        fresh(at(NOW).begin(ACME, "upload", "k"));

        assertThat(at(NOW.plusSeconds(59)).begin(ACME, "upload", "k"))
                .isInstanceOf(Begun.InUse.class);
        fresh(at(NOW.plusSeconds(60)).begin(ACME, "upload", "k"));
    }

    @Test
    void a_live_request_keeps_its_key() throws SQLException {
        var rows = new IdempotencyRows(database.pool());
        var reservation = fresh(at(NOW).begin(ACME, "upload", "k"));

        rows.renew(Set.of(reservation.id()), NOW.plusSeconds(120));

        assertThat(at(NOW.plusSeconds(90)).begin(ACME, "upload", "k"))
                .isInstanceOf(Begun.InUse.class);
    }

    @Test
    void a_lost_lease_undoes_the_whole_commit() throws SQLException {
        database.execute("create table document (name text)");
        var late = fresh(at(NOW).begin(ACME, "upload", "k"));
        fresh(at(NOW.plusSeconds(60)).begin(ACME, "upload", "k"));
        var commit = new Commit().add("insert into document values (?)", "late");
        at(NOW).remember(commit, late, CONTENT, answer(), DOCUMENT);

        assertThatThrownBy(() -> commit.execute(database.pool()))
                .isInstanceOf(Commit.GuardFailed.class);
        assertThat(database.ask("select name from document")).isEmpty();
    }

    @Test
    void an_answer_is_kept_for_24_hours_and_then_purged() throws SQLException {
        var keys = at(NOW);
        finish(keys, fresh(keys.begin(ACME, "upload", "k")));

        at(NOW.plus(Duration.ofHours(24)).minusSeconds(1)).purge();
        assertThat(database.ask("select key from idempotency_key")).containsExactly("k");

        at(NOW.plus(Duration.ofHours(24))).purge();
        assertThat(database.ask("select key from idempotency_key")).isEmpty();
    }

    @Test
    void an_answer_is_forgotten_with_its_document() throws SQLException {
        var keys = at(NOW);
        finish(keys, fresh(keys.begin(ACME, "upload", "k")));

        var commit = new Commit();
        keys.forget(commit, DOCUMENT);
        commit.execute(database.pool());

        assertThat(database.ask("select key from idempotency_key")).isEmpty();
    }

    @Test
    void an_answer_goes_with_the_document_that_took_the_place_of_its_own() throws SQLException {
        var keys = at(NOW);
        finish(keys, fresh(keys.begin(ACME, "upload", "k")));
        var successor = new UUID(3, 4);

        var commit = new Commit();
        keys.transfer(commit, DOCUMENT, successor);
        keys.forget(commit, DOCUMENT);
        commit.execute(database.pool());
        assertThat(keys.begin(ACME, "upload", "k")).isInstanceOf(Begun.Done.class);

        var later = new Commit();
        keys.forget(later, successor);
        later.execute(database.pool());
        assertThat(database.ask("select key from idempotency_key")).isEmpty();
    }

    @Test
    void one_of_fifty_at_once_is_fresh() throws Exception {
        var keys = at(NOW);
        List<Callable<Begun>> fifty = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            fifty.add(() -> keys.begin(ACME, "upload", "k"));
        }
        int fresh = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var begun : threads.invokeAll(fifty)) {
                fresh += begun.get() instanceof Begun.Fresh ? 1 : 0;
            }
        }

        assertThat(fresh).isEqualTo(1);
        assertThat(database.ask("select count(*) from idempotency_key")).containsExactly("1");
    }

    private Idempotency at(Instant time) {
        return new Idempotency(
                new IdempotencyRows(database.pool()), Clock.fixed(time, ZoneOffset.UTC));
    }

    private void finish(Idempotency keys, Reservation reservation) throws SQLException {
        var commit = new Commit();
        keys.remember(commit, reservation, CONTENT, answer(), DOCUMENT);
        commit.execute(database.pool());
        keys.committed(reservation);
    }

    private static StoredAnswer answer() {
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        return new StoredAnswer(201, Map.of("Location", "/v1/files/1"), body);
    }

    private static Reservation fresh(Begun begun) {
        assertThat(begun).isInstanceOf(Begun.Fresh.class);
        return ((Begun.Fresh) begun).reservation();
    }
}
