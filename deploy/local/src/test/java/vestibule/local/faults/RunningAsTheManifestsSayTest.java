package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two pods of file-service without a cluster: what k8s/ asks of a service, the service can do. */
@Timeout(300)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RunningAsTheManifestsSayTest {

    private static final int STEADY = 4;
    private static final int SLOW = 4;
    private static final int ENOUGH = 40;
    private static final Duration SOON = Duration.ofSeconds(90);

    private static final PodManifest MANIFEST = PodManifest.read();
    private static Set<String> appBefore;
    private static Pod first;
    private static Pod second;

    @BeforeAll
    static void start_both_at_once_on_an_empty_database() throws Exception {
        appBefore = files(MANIFEST.app());
        sql("drop schema if exists %s cascade".formatted(Pod.SCHEMA));
        sql("create schema %s".formatted(Pod.SCHEMA));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> pod("first"));
            var another = threads.submit(() -> pod("second"));
            first = one.get();
            second = another.get();
        }
    }

    private static Pod pod(String name) throws IOException {
        var directory = Path.of("target/pods").toAbsolutePath().resolve(name);
        return Pod.start(MANIFEST, directory, Stage.stack());
    }

    private static void sql(String statement) throws SQLException {
        try (var connection = Stage.books().database();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    @AfterAll
    static void stop_and_leave_no_event_without_a_row() throws Exception {
        first.close();
        second.close();
        sql("drop schema %s cascade".formatted(Pod.SCHEMA));
        try (var events = new Events(Stage.stack())) {
            events.forget();
        }
    }

    private static Set<String> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"startup", "readiness", "liveness"})
    void every_probe_succeeds(String probe) throws Exception {
        assertThat(second.answers(probe)).isTrue();
    }

    @Test
    void an_unknown_user_may_run_it() throws IOException {
        if (System.getProperty("user.name").equals("root")) {
            assertThat(second.user()).isEqualTo(MANIFEST.user());
        }
    }

    @Test
    void it_writes_nothing_beside_its_code_and_no_document_to_tmp() throws Exception {
        var answer = second.client().upload(Movie.ofMiB(20, 1));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(files(MANIFEST.app())).isEqualTo(appBefore);
        try (var written = Files.walk(second.temporary())) {
            assertThat(
                            written.filter(Files::isRegularFile)
                                    .mapToLong(file -> file.toFile().length()))
                    .allMatch(length -> length < Movie.MIB);
        }
    }

    @Test
    void it_starts_on_the_database_of_the_next_release() throws Exception {
        sql(
                """
                insert into %1$s.flyway_schema_history
                select max(installed_rank) + 1, '29991231.01', 'of the next release', 'SQL',
                       'V29991231_01__next.sql', 1, 'file', now(), 1, true
                from %1$s.flyway_schema_history
                """
                        .formatted(Pod.SCHEMA));

        try (var older = pod("older")) {
            assertThat(older.client().upload(Movie.ofMiB(1, 2)).status()).isEqualTo(201);
        }
    }

    @Test
    void a_pod_that_is_stopped_under_load_fails_no_request() throws Exception {
        var accepted = new AtomicInteger();
        var enough = new AtomicBoolean();
        var halted = new CountDownLatch(SLOW);
        var goOn = new CountDownLatch(1);
        var statuses = new ArrayList<Future<List<Integer>>>();
        boolean ended;
        try (var balancer = new Balancer(List.of(first.port(), second.port()));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var client = new Client(balancer.port(), PackagedService.TOKEN);
            for (int i = 0; i < SLOW; i++) {
                var movie = Movie.ofMiB(20, 100 + i);
                Halt halt =
                        () -> {
                            halted.countDown();
                            goOn.await();
                        };
                statuses.add(
                        threads.submit(
                                () ->
                                        List.of(
                                                client.upload(movie, movie.size() / 2, halt)
                                                        .status())));
            }
            halted.await();
            for (int i = 0; i < STEADY; i++) {
                statuses.add(threads.submit(() -> uploadUntil(enough, client, accepted)));
            }
            Eventually.is("uploads go through", SOON, () -> accepted.get() >= ENOUGH);

            balancer.takeOut(first.port());
            first.terminate();
            var atTheSignal = accepted.get();
            Eventually.is("others go on", SOON, () -> accepted.get() >= atTheSignal + ENOUGH);
            goOn.countDown();
            ended = first.endsWithin(MANIFEST.graceAfterSleep());
            enough.set(true);
        }

        assertThat(ended).as("ends within the grace period").isTrue();
        for (var some : statuses) {
            assertThat(some.get()).isNotEmpty().containsOnly(201);
        }
    }

    private static List<Integer> uploadUntil(
            AtomicBoolean enough, Client client, AtomicInteger accepted) throws Exception {
        var statuses = new ArrayList<Integer>();
        while (!enough.get()) {
            var answer = client.upload(new Movie(100_000, accepted.get() + System.nanoTime()));
            statuses.add(answer.status());
            accepted.incrementAndGet();
        }
        return statuses;
    }
}
