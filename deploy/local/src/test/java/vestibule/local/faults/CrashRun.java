package vestibule.local.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Kills under load of services and what they stand on, and the accounts afterwards. */
final class CrashRun {

    private static final Duration SOON = Duration.ofSeconds(120);
    private static final int CLIENTS = 3;
    private static final int ACKNOWLEDGED_BETWEEN_KILLS = 10;
    private static final int WITHIN_MILLIS = 700;

    private final EveryService services;
    private final List<Victim> parts = Victim.parts();
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

    /** Each part alone, then the services. */
    void killEach() throws Exception {
        for (var part : parts) {
            kill(List.of(part), List.of());
        }
        kill(List.of(), services.victims());
    }

    /** Everything at once. */
    void killAll() throws Exception {
        kill(parts, services.victims());
    }

    /** A part, or any number of services, at any moment of the load. */
    void killAny() throws Exception {
        var victims = new ArrayList<>(services.victims());
        if (random.nextInt(victims.size() + parts.size()) < parts.size()) {
            kill(List.of(parts.get(random.nextInt(parts.size()))), List.of());
        } else {
            Collections.shuffle(victims, random);
            kill(List.of(), victims.subList(0, 1 + random.nextInt(victims.size())));
        }
    }

    /** What services stand on starts first, as the launcher has it. */
    private void kill(List<Victim> someParts, List<Victim> someServices) throws Exception {
        awaitLoad();
        var all = new ArrayList<>(someParts);
        all.addAll(someServices);
        var moments = new LinkedHashMap<Victim, Duration>();
        all.forEach(one -> moments.put(one, Duration.ofMillis(random.nextInt(WITHIN_MILLIS))));
        AtOnce.each(all, victim -> victim.kill(moments.getOrDefault(victim, Duration.ZERO)));
        services.loads().forEach(load -> load.pace(Load.CALM));
        AtOnce.each(someParts, Victim::start);
        AtOnce.each(someServices, Victim::start);
        services.loads().forEach(load -> load.pace(Load.BRISK));
        all.forEach(victim -> kills.merge(victim.name(), 1, Integer::sum));
    }

    /** Every service works again before the next kill. */
    private void awaitLoad() {
        for (var load : services.loads()) {
            var wanted = load.acknowledged() + ACKNOWLEDGED_BETWEEN_KILLS;
            Eventually.is(load + " under load", SOON, () -> load.acknowledged() >= wanted);
        }
    }

    /** Ends the load, prints the table, and answers its last line. */
    Tally settle() throws Exception {
        awaitLoad();
        return printed(services.settle());
    }

    private Tally printed(Map<Vendor, Tally> tallies) {
        var table = new StringBuilder(Tally.HEAD).append('\n');
        tallies.forEach(
                (vendor, tally) -> {
                    var killed = kills.getOrDefault(vendor.id(), 0);
                    table.append(tally.line(vendor.id(), killed)).append('\n');
                });
        for (var part : parts) {
            table.append("%-9s %6d%n".formatted(part.name(), kills.getOrDefault(part.name(), 0)));
        }
        var all = tallies.values().stream().reduce(Tally::plus).orElseThrow();
        System.out.println(table.append(all.line("all", kills())));
        return all;
    }
}
