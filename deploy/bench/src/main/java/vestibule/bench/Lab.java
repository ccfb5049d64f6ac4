package vestibule.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** What every measure works with. */
record Lab(BenchStack stack, Calls calls, RawStore store, Effort effort, Consumer<Line> table) {

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
