package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LargeUploadsTest {

    private static final long MOST_MEMORY = 400 * Movie.MIB;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Books books = Stage.books();
    private PackagedService server;

    @BeforeEach
    void start() {
        server = Stage.fileServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_video_of_200_MiB_arrives_byte_for_byte_with_its_row_and_event() throws Exception {
        var movie = Movie.ofMiB(200, 1);

        var answer = server.client().upload(movie);

        var row = books.row(answer.id());
        assertThat(row.sha256()).isEqualTo(movie.sha256());
        assertThat(books.sha256(row.key())).isEqualTo(movie.sha256());
        try (var events = new Events(Stage.stack())) {
            Eventually.is("event", SOON, () -> events.of(answer.id()).size() == 1);
        }
    }

    @Test
    @Tag("long")
    void ten_videos_of_200_MiB_in_a_row_need_no_more_memory_than_the_second_and_no_file()
            throws Exception {
        var resident = new ArrayList<Long>();
        for (int i = 0; i < 10; i++) {
            var id = server.client().upload(Movie.ofMiB(200, i)).id();
            resident.add(server.innards().residentBytes());
            assertThat(server.innards().filesBeingWritten()).isEmpty();
            forget(List.of(id));
        }

        assertThat(server.temporaryFiles()).isEmpty();
        assertThat(server.innards().peakBytes()).isLessThan(MOST_MEMORY);
        assertThat(resident.getLast()).isLessThan((long) (resident.get(1) * 1.25));
    }

    @Test
    @Tag("long")
    void eight_videos_of_200_MiB_at_once_all_arrive_within_400_MiB_of_memory() throws Exception {
        assertThat(allAtOnce(8, 200)).containsOnly(201);
        assertThat(server.innards().peakBytes()).isLessThan(MOST_MEMORY);
    }

    @Test
    @Tag("long")
    void sixty_four_videos_of_50_MiB_at_once_all_arrive_within_400_MiB_of_memory()
            throws Exception {
        assertThat(allAtOnce(64, 50)).containsOnly(201);
        assertThat(server.innards().peakBytes()).isLessThan(MOST_MEMORY);
    }

    /** The status of each; the objects of those that arrived are checked and dropped. */
    private List<Integer> allAtOnce(int count, int mebibytes) throws Exception {
        var answers = new ArrayList<Future<Answer>>();
        var begun = System.nanoTime();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, count)
                    .mapToObj(seed -> Movie.ofMiB(mebibytes, seed))
                    .forEach(
                            movie ->
                                    answers.add(
                                            clients.submit(() -> server.client().upload(movie))));
        }
        var statuses = new ArrayList<Integer>();
        var ids = new ArrayList<String>();
        for (var answer : answers) {
            statuses.add(answer.get().status());
            if (answer.get().status() == 201) {
                ids.add(answer.get().id());
            }
        }
        System.out.printf(
                "%d x %d MiB at once: %.1f s, peak %d MiB, %s%n",
                count,
                mebibytes,
                (System.nanoTime() - begun) / 1e9,
                server.innards().peakBytes() >> 20,
                statuses);
        forget(ids);
        return statuses;
    }

    private void forget(List<String> ids) throws Exception {
        for (var id : ids) {
            var row = books.row(id);
            assertThat(books.sha256(row.key())).isEqualTo(row.sha256());
            books.dropObject(row);
        }
    }
}
