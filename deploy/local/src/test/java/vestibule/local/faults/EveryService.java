package vestibule.local.faults;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;

/** All five on the one stack, each with its own clients. */
final class EveryService implements AutoCloseable {

    private static final Duration CLEAN_WITHIN = Duration.ofSeconds(90);

    private final Map<Vendor, Load> loads = new ConcurrentSkipListMap<>();

    /** Side by side, for what two cores are worth. */
    static EveryService start(Map<String, String> settings) throws Exception {
        Stage.stack();
        var all = new HashMap<>(settings);
        all.putIfAbsent(Stage.NO_RATE_LIMIT, "0");
        var every = new EveryService();
        try {
            AtOnce.each(List.of(Vendor.values()), vendor -> every.start(vendor, all));
            return every;
        } catch (ExecutionException oneDidNotStart) {
            every.close();
            throw oneDidNotStart;
        }
    }

    private Load start(Vendor vendor, Map<String, String> settings) throws Exception {
        var server = Stage.start(vendor, settings);
        try {
            var load = new Load(vendor, server);
            loads.put(vendor, load);
            return load;
        } catch (Exception noLoad) {
            server.close();
            throw noLoad;
        }
    }

    List<Load> loads() {
        return List.copyOf(loads.values());
    }

    List<Victim> victims() {
        return loads().stream().map(Victim::of).toList();
    }

    /** Ends the load; the accounts of each when all is told, read and swept. */
    Map<Vendor, Tally> settle() throws Exception {
        for (var load : loads()) {
            load.end();
        }
        var tallies = new EnumMap<Vendor, Tally>(Vendor.class);
        try (var events = new Events(Stage.stack())) {
            for (var load : loads()) {
                tallies.put(load.vendor(), settled(load, events));
            }
        }
        return tallies;
    }

    private static Tally settled(Load load, Events events) throws Exception {
        load.awaitTold();
        try {
            return Eventually.get(
                    load + " is clean", CLEAN_WITHIN, () -> load.tally(events.all()), Tally::clean);
        } catch (AssertionError notClean) {
            return load.tally(events.all());
        }
    }

    @Override
    public void close() {
        loads().forEach(Load::close);
        loads().forEach(load -> load.server().close());
    }
}
