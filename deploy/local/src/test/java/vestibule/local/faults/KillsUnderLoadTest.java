package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillsUnderLoadTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int CLIENTS = 6;
    private static final int ACKNOWLEDGED_BETWEEN_KILLS = 60;
    private static final long SMALL = 100 * 1024;

    private final Books books = Stage.books();
    private final AtomicLong seeds = new AtomicLong(System.nanoTime());
    private final AtomicBoolean enough = new AtomicBoolean();
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
    void three_kills_lose_nothing_and_leave_nothing() throws Exception {
        leavesNothingAfter(3);
    }

    @Test
    @Tag("long")
    void twenty_kills_lose_nothing_and_leave_nothing() throws Exception {
        leavesNothingAfter(20);
    }

    private void leavesNothingAfter(int kills) throws Exception {
        var accounts = new Accounts(books);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                upload(clients, accounts);
            }
            for (int kill = 0; kill < kills; kill++) {
                var wanted = accounts.acknowledged() + ACKNOWLEDGED_BETWEEN_KILLS;
                Eventually.is("load", SOON, () -> accounts.acknowledged() >= wanted);
                server.kill();
                server.restart();
            }
            enough.set(true);
        }

        try (var events = new Events(Stage.stack())) {
            Eventually.is("all is told", SOON, () -> books.waitingEvents() == 0);
            var result =
                    Eventually.get(
                            "swept and read",
                            SOON,
                            () -> accounts.settle(events),
                            now -> now.orphans() + now.phantoms() + now.lost() == 0);
            System.out.println(kills + " kills: " + result);
            assertThat(result.differingIds()).isZero();
            assertThat(result.acknowledged()).isGreaterThan(kills * ACKNOWLEDGED_BETWEEN_KILLS);
        }
    }

    private void upload(ExecutorService clients, Accounts accounts) {
        clients.execute(
                () -> {
                    while (!enough.get()) {
                        one(accounts);
                    }
                });
    }

    private void one(Accounts accounts) {
        var movie = new Movie(SMALL, seeds.incrementAndGet());
        try {
            accounts.attempted(movie);
            var answer = server.client().upload(movie);
            if (answer.status() == 201) {
                accounts.acknowledged(movie, answer.id());
            }
        } catch (IOException killed) {
            Eventually.is("the service is back", SOON, () -> enough.get() || server.ready());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
