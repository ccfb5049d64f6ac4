package vestibule.local.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Kills under load of services and what they stand on, and the accounts afterwards. */
final class CrashRun {

    private static final Duration SOON = Duration.ofSeconds(120);
    private static final Duration SWEPT_WITHIN = Duration.ofSeconds(60);
    private static final int CLIENTS = 3;
    private static final int ACKNOWLEDGED_BETWEEN_KILLS = 10;
    private static final int PAUSE_MILLIS = 700;
    private static final int AT_ONCE = 3;

    private final EveryService services;
    private final Random random;
    private final Map<String, Integer> kills = new LinkedHashMap<>();

    CrashRun(EveryService services, long seed) {
        this.services = services;
        random = new Random(seed);
        services.loads().forEach(load -> load.begin(CLIENTS));
    }

    int kills() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    int acknowledged() {
        return services.loads().stream().mapToInt(Load::acknowledged).sum();
    }

    /** Each process once, one after the other. */
    void killEachOnce() throws Exception {
        killServices(1);
        for (var part : Victim.parts()) {
            killAtOnce(List.of(part));
        }
    }

    /** Each service so many times, one after the other. */
    void killServices(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            for (var victim : services.victims()) {
                killAtOnce(List.of(victim));
            }
        }
    }

    /** A part, or some services at once, at any moment of the load. */
    void killAny() throws Exception {
        var parts = Victim.parts();
        var victims = new ArrayList<>(services.victims());
        if (random.nextInt(victims.size() + parts.size()) < parts.size()) {
            killAtOnce(List.of(parts.get(random.nextInt(parts.size()))));
        } else {
            Collections.shuffle(victims, random);
            killAtOnce(victims.subList(0, 1 + random.nextInt(AT_ONCE)));
        }
    }

    private void killAtOnce(List<Victim> victims) throws Exception {
        awaitLoad();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var deaths = new ArrayList<Future<?>>();
            for (var victim : victims) {
                var delay = Duration.ofMillis(random.nextInt(PAUSE_MILLIS));
                deaths.add(
                        threads.submit(
                                () -> {
                                    Thread.sleep(delay);
                                    victim.die();
                                    return null;
                                }));
                kills.merge(victim.name(), 1, Integer::sum);
            }
            for (var death : deaths) {
                death.get();
            }
        }
    }

    /** Every service works again before the next kill. */
    private void awaitLoad() {
        for (var load : services.loads()) {
            var wanted = load.acknowledged() + ACKNOWLEDGED_BETWEEN_KILLS;
            Eventually.is(load.vendor() + " under load", SOON, () -> load.acknowledged() >= wanted);
        }
    }

    /** Ends the load, prints the table, and answers its last line. */
    Tally settle() throws Exception {
        awaitLoad();
        for (var load : services.loads()) {
            load.end();
        }
        var tallies = new LinkedHashMap<String, Tally>();
        try (var events = new Events(Stage.stack())) {
            for (var load : services.loads()) {
                tallies.put(load.vendor().id(), settled(load, events));
            }
        }
        return printed(tallies);
    }

    private static Tally settled(Load load, Events events) throws Exception {
        var books = Stage.books(load.vendor());
        Eventually.is("all is told", SOON, () -> books.waitingEvents() == 0);
        try {
            return Eventually.get(
                    load.vendor() + " swept and read",
                    SWEPT_WITHIN,
                    () -> load.accounts().settle(events.all()),
                    Tally::clean);
        } catch (AssertionError notClean) {
            return load.accounts().settle(events.all());
        }
    }

    private Tally printed(Map<String, Tally> tallies) {
        var table = new StringBuilder(Tally.HEAD).append('\n');
        tallies.forEach(
                (name, tally) ->
                        table.append(tally.line(name, kills.getOrDefault(name, 0))).append('\n'));
        for (var part : Victim.parts()) {
            table.append("%-9s %6d%n".formatted(part.name(), kills.getOrDefault(part.name(), 0)));
        }
        var all = tallies.values().stream().reduce(Tally::plus).orElseThrow();
        System.out.println(table.append(all.line("all", kills())));
        return all;
    }
}
