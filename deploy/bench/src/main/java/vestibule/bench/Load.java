package vestibule.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** How much of some work so many clients get done. */
record Load(int clients, Duration duration) {

    /** Work per second. */
    double rate(Work.Factory factory) throws Exception {
        var done = 0L;
        var begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var until = begun + duration.toNanos();
            for (var client : threads.invokeAll(clients(factory, until))) {
                done += client.get();
            }
        }
        return done * 1e9 / (System.nanoTime() - begun);
    }

    private List<Callable<Long>> clients(Work.Factory factory, long until) {
        var all = new ArrayList<Callable<Long>>();
        for (var i = 0; i < clients; i++) {
            all.add(
                    () -> {
                        var work = factory.open();
                        var done = 0L;
                        while (System.nanoTime() < until) {
                            work.once();
                            done++;
                        }
                        return done;
                    });
        }
        return all;
    }

    /** The seconds that one piece of work takes. */
    static double seconds(Work work) throws Exception {
        var begun = System.nanoTime();
        work.once();
        return (System.nanoTime() - begun) / 1e9;
    }
}
