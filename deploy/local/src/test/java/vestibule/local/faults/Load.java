package vestibule.local.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Clients of one service that upload one paper after the other and keep account of it. */
final class Load implements AutoCloseable {

    private static final AtomicLong SEEDS = new AtomicLong(System.nanoTime());
    private static final Duration BACK_WITHIN = Duration.ofSeconds(120);
    private static final int SIZE = 20_000;

    private final Vendor vendor;
    private final PackagedService server;
    private final Accounts accounts;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> clients = new ArrayList<>();
    private volatile boolean enough;

    Load(Vendor vendor, PackagedService server) throws Exception {
        this.vendor = vendor;
        this.server = server;
        accounts = new Accounts(Stage.books(vendor));
    }

    Load begin(int count) {
        for (int i = 0; i < count; i++) {
            var client = i;
            clients.add(threads.submit(() -> uploadAll(client)));
        }
        return this;
    }

    Vendor vendor() {
        return vendor;
    }

    PackagedService server() {
        return server;
    }

    Accounts accounts() {
        return accounts;
    }

    int acknowledged() {
        return accounts.count(Accounts.State.ACKNOWLEDGED);
    }

    private void uploadAll(int client) {
        var subject = "";
        while (!enough) {
            try {
                if (subject.isEmpty() || !vendor.takesManyPapers()) {
                    subject = vendor.newSubject(server.client());
                }
                if (upload(client, subject) != Accounts.State.ACKNOWLEDGED) {
                    awaitServer();
                }
            } catch (IOException noAnswer) {
                awaitServer();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private Accounts.State upload(int client, String subject) throws Exception {
        var paper = new Paper(SIZE, SEEDS.incrementAndGet());
        accounts.attempted(paper, client);
        var answer = server.client().send(vendor.upload(subject, paper));
        var state = state(answer);
        accounts.answered(paper, state);
        return state;
    }

    /** Under an outage there is one other answer, and it is the documented one. */
    private Accounts.State state(Answer answer) {
        if (answer.status() / 100 == 2) {
            return Accounts.State.ACKNOWLEDGED;
        }
        if (!vendor.isUnavailable(answer)) {
            throw new AssertionError(vendor + " answered " + answer);
        }
        return Accounts.State.REFUSED;
    }

    private void awaitServer() {
        Eventually.is("the service is back", BACK_WITHIN, () -> enough || server.ready());
    }

    /** Ends the uploads; throws what a client has found. */
    void end() throws Exception {
        enough = true;
        for (var client : clients) {
            client.get();
        }
    }

    @Override
    public String toString() {
        return vendor.id();
    }

    @Override
    public void close() {
        enough = true;
        threads.close();
    }
}
