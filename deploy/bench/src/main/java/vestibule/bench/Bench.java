package vestibule.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of {@code ./vestibule bench}: each line against the store's own limit, taken in turns.
 */
public final class Bench {

    private static final int MIB = 1 << 20;
    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration ROUND = Duration.ofSeconds(6);

    private final RunningStack stack;
    private final RawStore store;

    private Bench(RunningStack stack, RawStore store) {
        this.stack = stack;
        this.store = store;
    }

    public static void main(String[] args) throws Exception {
        var stack = new RunningStack(System.getenv());
        if (stack.limitsTheRate()) {
            System.err.println(
                    "vestibule: bench needs a stack without its rate limit; start one:"
                            + " VESTIBULE_FILE_RATE_LIMIT_REQUESTS=0 ./vestibule up");
            System.exit(1);
        }
        try (var store = new RawStore(stack)) {
            var bench = new Bench(stack, store);
            System.out.printf(
                    "%-32s %12s %12s %8s%n",
                    "median of " + ROUNDS, "file-service", "raw store", "ratio");
            bench.largeFile();
            bench.documents("1 MiB, 16 clients, /s", Content.jpeg(MIB), 16);
            bench.documents("100 KiB, 32 clients, /s", Content.jpeg(100 * 1024), 32);
        }
    }

    /** Seconds: lower is better, and so is the ratio. */
    private void largeFile() throws Exception {
        var film = Content.mp4(200 * MIB);
        try (var client = new FileClient(stack, "selfie_video", "film.mp4", film)) {
            client.upload();
            store.putInParts(film);
            compare(
                    "200 MiB, seconds",
                    () -> Load.seconds(client::upload),
                    () -> Load.seconds(() -> store.putInParts(film)));
        }
    }

    /** Documents per second: higher is better. */
    private void documents(String what, byte[] content, int clients) throws Exception {
        var load = new Load(clients, ROUND);
        Work.Factory upload = () -> new FileClient(stack, "passport", "a.jpg", content)::upload;
        Work.Factory put = () -> () -> store.put(content);
        new Load(clients, WARM_UP).rate(upload);
        new Load(clients, WARM_UP).rate(put);
        compare(what, () -> load.rate(upload), () -> load.rate(put));
    }

    private interface Measure {
        double take() throws Exception;
    }

    private void compare(String what, Measure service, Measure raw) throws Exception {
        var services = new ArrayList<Double>();
        var raws = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            raws.add(raw.take());
            store.clean();
            services.add(service.take());
        }
        System.out.printf(
                "%-32s %12.2f %12.2f %8.2f%n",
                what, median(services), median(raws), median(services) / median(raws));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
