package vestibule.local.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Clients of one service that upload one paper after the other and keep account of it. */
final class Load implements AutoCloseable {

    private static final AtomicLong SEEDS = new AtomicLong(System.nanoTime());
    private static final Duration BACK_WITHIN = Duration.ofSeconds(120);
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(120);

    static final int SMALL = 20_000;

    /** More than one part of a multipart upload. */
    static final int LARGE = 6_000_000;

    private static final int ONE_IN = 50;

    /** Between two uploads of a client, while all is up. */
    static final Duration BRISK = Duration.ofMillis(100);

    /** The same when it leaves the processors to those that start again. */
    static final Duration CALM = Duration.ofMillis(1_000);

    private final Vendor vendor;
    private final PackagedService server;
    private final Books books;
    private final Findings before;
    private final Accounts accounts = new Accounts();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> clients = new ArrayList<>();
    private volatile Duration pace = BRISK;
    private volatile boolean enough;

    Load(Vendor vendor, PackagedService server) throws Exception {
        this.vendor = vendor;
        this.server = server;
        books = Stage.books(vendor);
        before = books.findings(List.of());
    }

    Load begin(int count) {
        enough = false;
        for (int i = 0; i < count; i++) {
            clients.add(threads.submit(this::uploadAll));
        }
        return this;
    }

    Load pace(Duration now) {
        pace = now;
        return this;
    }

    Vendor vendor() {
        return vendor;
    }

    PackagedService server() {
        return server;
    }

    /** How many so far; throws what a client has found. */
    int acknowledged() {
        for (var client : clients) {
            if (client.state() == Future.State.FAILED) {
                throw new AssertionError(client.exceptionNow());
            }
        }
        return accounts.count(Accounts.State.ACKNOWLEDGED);
    }

    /** How many so far were refused or never answered. */
    int failed() {
        return accounts.count(Accounts.State.REFUSED) + accounts.count(Accounts.State.UNKNOWN);
    }

    Load awaitTold() {
        Eventually.is(vendor + ": all is told", TOLD_WITHIN, () -> books.waitingEvents() == 0);
        return this;
    }

    Tally tally(List<Events.Told> everything) throws Exception {
        return accounts.settle(books.findings(everything).since(before));
    }

    private void uploadAll() {
        var random = new SplittableRandom(SEEDS.incrementAndGet());
        var subject = "";
        while (!enough) {
            try {
                Eventually.pause(pace);
                if (subject.isEmpty() || !vendor.takesManyPapers()) {
                    subject = newSubject();
                }
                var size = random.nextInt(ONE_IN) == 0 ? LARGE : SMALL;
                if (!upload(subject, size).succeeded()) {
                    awaitServer();
                }
            } catch (IOException noAnswer) {
                awaitServer();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    /**
     * Sends one and keeps account of it. Under an outage there is one answer beside success, and it
     * is the documented one.
     */
    Answer upload(String subject, int size) throws Exception {
        var paper = new Paper(size, SEEDS.incrementAndGet());
        var sha256 = paper.sha256();
        accounts.attempted(sha256);
        var answer = server.client().send(vendor.upload(subject, paper));
        if (answer.succeeded()) {
            accounts.acknowledged(sha256);
        } else if (vendor.isUnavailable(answer)) {
            accounts.refused(sha256);
        } else {
            throw new AssertionError(vendor + " answered " + answer);
        }
        return answer;
    }

    String newSubject() throws Exception {
        return vendor.newSubject(server.client());
    }

    private void awaitServer() {
        Eventually.is("the service is back", BACK_WITHIN, () -> enough || server.ready());
    }

    /** Ends the uploads; throws what a client has found. */
    Load end() throws Exception {
        enough = true;
        for (var client : clients) {
            client.get();
        }
        return this;
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
