package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(180)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GracefulStopTest {

    private static final int FEW = 5;
    private static final int MANY = 50;
    private static final int SIZE = 1_000_000;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(32);

    private static final Map<String, String> SETTINGS = settings();

    private static Map<String, String> settings() {
        var settings = new HashMap<>(Stage.SWEEPING_SOON);
        settings.put(Stage.NO_RATE_LIMIT, "0");
        return settings;
    }

    private Optional<PackagedService> running = Optional.empty();

    @AfterEach
    void stop() {
        running.ifPresent(PackagedService::close);
    }

    @Test
    void uploads_in_flight_are_answered_or_refused_and_the_service_ends_within_30_s()
            throws Exception {
        stopsInGoodOrder(Vendor.FILE, FEW);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void fifty_uploads_in_flight_are_answered_or_refused(Vendor vendor) throws Exception {
        stopsInGoodOrder(vendor, MANY);
    }

    private void stopsInGoodOrder(Vendor vendor, int uploads) throws Exception {
        var books = Stage.books(vendor);
        var server = Stage.start(vendor, SETTINGS);
        running = Optional.of(server);
        var rows = books.rows().keySet();
        var halted = new CountDownLatch(uploads);
        var goOn = new CountDownLatch(1);
        var sent = new ArrayList<String>();
        var answers = new ArrayList<Future<Answer>>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < uploads; i++) {
                var paper = new Paper(SIZE, System.nanoTime());
                sent.add(paper.sha256());
                var upload = vendor.upload(vendor.newSubject(server.client()), paper);
                Halt halt =
                        () -> {
                            halted.countDown();
                            goOn.await();
                        };
                answers.add(clients.submit(() -> server.client().send(upload, SIZE / 2, halt)));
            }
            halted.await();
            Eventually.is("are read", SOON, () -> reserved(server) > 0);
            server.terminate();
            goOn.countDown();
            server.awaitEnd(ENDS_WITHIN);
        }

        var accepted = new HashSet<String>();
        for (int i = 0; i < uploads; i++) {
            if (isAccepted(answers.get(i).get(), vendor)) {
                accepted.add(sent.get(i));
            }
        }
        assertThat(contents(books, rows)).isEqualTo(accepted);
        server.restart();
        Eventually.is("all is told", SOON, () -> books.waitingEvents() == 0);
        Eventually.is("parts are swept", SOON, () -> books.parts().isEmpty());
    }

    private static Set<String> contents(Books books, Set<String> before) throws Exception {
        return books.rows().values().stream()
                .filter(row -> !before.contains(row.id()))
                .map(Books.Row::sha256)
                .collect(Collectors.toSet());
    }

    /** Anything but success or the documented refusal is a failure, a closed connection too. */
    private static boolean isAccepted(Answer answer, Vendor vendor) {
        assertThat(answer.succeeded() || vendor.isUnavailable(answer))
                .as(answer.toString())
                .isTrue();
        return answer.succeeded();
    }

    private static double reserved(PackagedService server) throws Exception {
        return server.metric("vestibule_buffer_reserved_bytes");
    }
}
