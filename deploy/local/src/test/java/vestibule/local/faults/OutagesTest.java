package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vestibule.embedded.Part;

@Timeout(240)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutagesTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** The contract's 5 s from the last body byte, and one for a busy machine. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(6);

    private static PackagedService server;
    private final Books books = Stage.books();
    private long seed = System.nanoTime();

    /** What fails, and how. */
    enum Fault {
        S3_STOPPED,
        S3_HANGING,
        POSTGRES_STOPPED,
        POSTGRES_HANGING;

        void begin() {
            if (name().endsWith("STOPPED")) {
                part().stop();
            } else {
                part().pause();
            }
        }

        /** A database that wakes up commits what it was sent; whom we told 503 may come again. */
        int unseenCommits() {
            return this == POSTGRES_HANGING ? 2 : 0;
        }

        private Part part() {
            return name().startsWith("S3") ? Stage.stack().s3() : Stage.stack().postgres();
        }
    }

    @BeforeAll
    static void start() {
        server = Stage.fileServer();
    }

    @AfterEach
    void mend() {
        Stage.mend();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void without_store_or_database_the_answer_is_503_and_all_is_well_without_a_restart(Fault fault)
            throws Exception {
        server.client().upload(movie(1)).id();
        var rows = books.rows().keySet();

        fault.begin();
        var answers = List.of(server.client().upload(movie(1)), server.client().upload(movie(40)));
        Eventually.is("not ready", SOON, () -> !server.ready());
        Stage.mend();

        assertThat(answers).allSatisfy(OutagesTest::isTheDocumentedAnswer);
        Eventually.is("ready", SOON, server::ready);
        Eventually.is(
                "uploads again", SOON, () -> server.client().upload(movie(1)).status() == 201);
        Eventually.is("all is told", SOON, () -> books.waitingEvents() == 0);
        assertThat(books.rows().size() - rows.size() - 1).isBetween(0, fault.unseenCommits());
        assertThat(books.objects()).containsAll(keysOfAllBut(rows));
        Eventually.is("buffers are free", SOON, () -> reserved() == 0);
    }

    @Test
    void while_Kafka_is_away_uploads_go_on_and_their_events_follow() throws Exception {
        Stage.stack().kafka().stop();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            ids.add(server.client().upload(movie(1)).id());
        }
        var readyMeanwhile = server.ready();
        Stage.stack().kafka().start();

        assertThat(readyMeanwhile).isTrue();
        try (var events = new Events(Stage.stack())) {
            var told = events.await("all events", SOON, all -> documents(all).containsAll(ids));
            assertThat(told)
                    .filteredOn(one -> ids.contains(one.documentId()))
                    .hasSize(20)
                    .allSatisfy(
                            one ->
                                    assertThat(books.row(one.documentId()).eventId())
                                            .isEqualTo(one.id()));
        }
    }

    private static HashSet<String> documents(List<Events.Told> told) {
        var ids = new HashSet<String>();
        told.forEach(one -> ids.add(one.documentId()));
        return ids;
    }

    private static void isTheDocumentedAnswer(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).contains("5");
        assertThat(answer.body())
                .isEqualTo(
                        """
                        {"errors":[{"code":"service.unavailable","title":"Service unavailable."}]}\
                        """);
        assertThat(answer.waited()).isLessThan(ANSWERED_WITHIN);
    }

    private List<String> keysOfAllBut(Set<String> before) throws Exception {
        return books.rows().values().stream()
                .filter(row -> !before.contains(row.id()))
                .map(Books.Row::key)
                .toList();
    }

    private Movie movie(int mebibytes) {
        return Movie.ofMiB(mebibytes, seed++);
    }

    private static double reserved() throws Exception {
        return server.metric("vestibule_buffer_reserved_bytes");
    }
}
