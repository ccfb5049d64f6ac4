package vestibule.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** Some work done by so many clients at once, for so long. */
record Load(int clients, Duration duration) {

    Done run(Work.Factory factory) throws Exception {
        var works = new ArrayList<Work>();
        for (var client = 0; client < clients; client++) {
            works.add(factory.open());
        }
        return run(works);
    }

    /** One client for each work; every one does its work at least once. */
    Done run(List<Work> works) throws Exception {
        var begun = System.nanoTime();
        var until = begun + duration.toNanos();
        var tasks = works.stream().map(work -> repeating(work, until)).toList();
        var nanos = LongStream.builder();
        try (var threads = Executors.newFixedThreadPool(works.size())) {
            for (var client : threads.invokeAll(tasks)) {
                Arrays.stream(client.get()).forEach(nanos);
            }
        }
        var all = nanos.build().toArray();
        return new Done(all, all.length * 1e9 / (System.nanoTime() - begun));
    }

    private static Callable<long[]> repeating(Work work, long until) {
        return () -> {
            var nanos = LongStream.builder();
            try (work) {
                do {
                    nanos.add(nanos(work));
                } while (System.nanoTime() < until);
            }
            return nanos.build().toArray();
        };
    }

    private static long nanos(Work work) throws Exception {
        var begun = System.nanoTime();
        work.once();
        return System.nanoTime() - begun;
    }

    /** The seconds that one piece of work takes. */
    static double seconds(Work work) throws Exception {
        return nanos(work) / 1e9;
    }
}
