package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GracefulStopTest {

    private static final int UPLOADS = 5;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(32);

    private final Books books = Stage.books();
    private PackagedService server;

    @BeforeEach
    void start() {
        server = Stage.fileServer(PackagedService.SWEEPING_SOON);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void uploads_in_flight_are_answered_or_refused_and_the_service_ends_within_30_s()
            throws Exception {
        var rows = books.rows().keySet();
        var halted = new CountDownLatch(UPLOADS);
        var goOn = new CountDownLatch(1);
        var answers = new ArrayList<Future<Answer>>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < UPLOADS; i++) {
                var movie = Movie.ofMiB(20, System.nanoTime());
                Halt halt =
                        () -> {
                            halted.countDown();
                            goOn.await();
                        };
                answers.add(
                        clients.submit(
                                () -> server.client().upload(movie, movie.size() / 2, halt)));
            }
            halted.await();
            Eventually.is("are read", SOON, () -> reserved() > 0);
            server.terminate();
            goOn.countDown();
            server.awaitEnd(ENDS_WITHIN);
        }

        var accepted = new HashSet<>(rows);
        for (var answer : answers) {
            accept(answer, accepted);
        }
        assertThat(books.rows().keySet()).isEqualTo(accepted);
        server.restart();
        Eventually.is("all is told", SOON, () -> books.waitingEvents() == 0);
        Eventually.is("parts are swept", SOON, () -> books.parts().isEmpty());
    }

    /** Adds what was acknowledged; anything but 201, 503 or a closed connection is a failure. */
    private static void accept(Future<Answer> answer, HashSet<String> accepted) throws Exception {
        try {
            var status = answer.get().status();
            assertThat(status).isIn(201, 503);
            if (status == 201) {
                accepted.add(answer.get().id());
            }
        } catch (ExecutionException closed) {
            assertThat(closed).hasCauseInstanceOf(IOException.class);
        }
    }

    private double reserved() throws Exception {
        return server.metric("vestibule_buffer_reserved_bytes");
    }
}
