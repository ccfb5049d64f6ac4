package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CutAndUnknownClientsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** What the service reads meanwhile that is not the body: the probe, the database, its jars. */
    private static final long OTHER_READING = Movie.MIB / 2;

    private static PackagedService server;
    private final Books books = Stage.books();

    @BeforeAll
    static void start() {
        server = Stage.fileServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_stranger_with_200_MiB_is_sent_away_before_more_than_1_MiB_is_read() throws Exception {
        server.stranger().upload(Movie.ofMiB(1, 1));
        var before = server.innards().bytesRead();

        var answer = server.stranger().upload(Movie.ofMiB(200, 2));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
        assertThat(server.innards().bytesRead() - before).isLessThan(Movie.MIB + OTHER_READING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 0.999})
    void a_client_cut_within_its_upload_leaves_nothing(double fraction) throws Exception {
        var movie = Movie.ofMiB(100, Double.hashCode(fraction));
        var rows = books.rows();
        var objects = books.objects();
        var parts = books.parts();
        var lost = lost();

        server.client()
                .cut(
                        movie,
                        (long) (movie.size() * fraction),
                        () -> Eventually.is("being read", SOON, () -> reserved() > 0));

        Eventually.is("the loss is noticed", SOON, () -> lost() == lost + 1);
        Eventually.is("buffers are free", SOON, () -> reserved() == 0);
        Eventually.is("parts are gone", SOON, () -> parts.containsAll(books.parts()));
        assertThat(books.objects()).isEqualTo(objects);
        assertThat(books.rows()).isEqualTo(rows);
        assertThat(books.waitingEvents()).isZero();
    }

    private double lost() throws Exception {
        return server.metric("vestibule_uploads_total{outcome=\"lost\"");
    }

    private double reserved() throws Exception {
        return server.metric("vestibule_buffer_reserved_bytes");
    }
}
