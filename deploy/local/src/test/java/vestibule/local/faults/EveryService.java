package vestibule.local.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some or all of the five on the one stack, each with its own clients. */
final class EveryService implements AutoCloseable {

    private final List<Load> loads = new ArrayList<>();

    /** Side by side, for what two cores are worth. */
    static EveryService start(List<Vendor> vendors, Map<String, String> settings) throws Exception {
        var all = new HashMap<>(settings);
        all.putIfAbsent(Stage.NO_RATE_LIMIT, "0");
        var every = new EveryService();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stage.stack();
            var starting = new ArrayList<Future<Load>>();
            for (var vendor : vendors) {
                starting.add(threads.submit(() -> new Load(vendor, Stage.start(vendor, all))));
            }
            for (var load : starting) {
                every.loads.add(load.get());
            }
        }
        return every;
    }

    List<Load> loads() {
        return loads;
    }

    Load of(Vendor vendor) {
        return loads.stream().filter(load -> load.vendor() == vendor).findFirst().orElseThrow();
    }

    List<Victim> victims() {
        return loads.stream().map(Victim::of).toList();
    }

    @Override
    public void close() {
        loads.forEach(Load::close);
        loads.forEach(load -> load.server().close());
    }
}
