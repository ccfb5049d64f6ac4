package vestibule.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** What every measure works with. */
record Lab(BenchStack stack, Calls calls, RawStore store, Effort effort, Consumer<Line> table) {

    /** So many windows in a row without a faster one end the warm-up. */
    private static final int STEADY = 5;

    private static final double FASTER = 1.03;

    interface Figure {
        double take() throws Exception;
    }

    /**
     * @param service the medians of both, taken in turns within the same minute
     */
    record Pair(double service, OptionalDouble raw) {}

    Lab with(Effort other) {
        return new Lab(stack, calls, store, other, table);
    }

    Pair inTurns(Figure service, Figure raw) throws Exception {
        var services = new ArrayList<Double>();
        var raws = new ArrayList<Double>();
        for (var round = 0; round < effort.rounds(); round++) {
            raws.add(raw.take());
            services.add(service.take());
        }
        return new Pair(median(services), OptionalDouble.of(median(raws)));
    }

    /**
     * Puts a load on until it gets no faster: the JIT compiler takes a minute or two beside it.
     *
     * @return how many pieces of work that took
     */
    long warmUp(int clients, Work.Factory source) throws Exception {
        var load = new Load(clients, effort.window());
        var count = 0L;
        var best = 0.0;
        var steady = 0;
        for (var window = 0; window < effort.windows() && steady < STEADY; window++) {
            var done = load.run(source);
            count += done.count();
            steady = done.perSecond() > best * FASTER ? 0 : steady + 1;
            best = Math.max(best, done.perSecond());
        }
        return count;
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    Books books(Service service) throws Exception {
        return new Books(stack, store, service);
    }

    Work.Factory repeating(Source source) {
        return () -> Connection.repeating(source.call());
    }

    /** Makes the call of each client. */
    interface Source {
        Call call() throws IOException;
    }
}
