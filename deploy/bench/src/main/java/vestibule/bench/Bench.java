package vestibule.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Behind {@code ./vestibule bench}: each figure against the store's own limit, taken in turns. */
@Command(
        name = "./vestibule bench",
        mixinStandardHelpOptions = true,
        description = "Measures a stack of its own; docs/performance.md says how to read it.")
final class Bench implements Callable<Integer> {

    private static final int ROUNDS = 5;
    private static final int WINDOWS = 40;
    private static final Duration WINDOW = Duration.ofSeconds(4);

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "N",
            description = "Measures 1 to 9; without it 1 to 7.")
    private List<Integer> only = List.of(1, 2, 3, 4, 5, 6, 7);

    @Option(names = "--seconds", description = "How long each load lasts (${DEFAULT-VALUE}).")
    private int seconds = 30;

    @Option(names = "--rows", description = "The most rows of measure 9 (${DEFAULT-VALUE}).")
    private long rows = 5_000_000;

    @Option(
            names = "--quick",
            description = "Seconds instead of minutes, to try it out: not for figures.")
    private boolean quick;

    @Option(names = "--json", description = "Prints one JSON array.")
    private boolean json;

    private final List<Line> lines = new ArrayList<>();

    private Bench() {}

    public static void main(String[] args) {
        // The decimal point of JSON.
        Locale.setDefault(Locale.ROOT);
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        say(
                "%d processors; service heap 256 MiB; rate limit off: %s=0"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                BenchStack.NO_RATE_LIMIT));
        try (var stack = BenchStack.start(Path.of("").toAbsolutePath());
                var store = new RawStore(stack)) {
            say(Line.TITLES);
            var lab = new Lab(stack, new Calls(stack), store, effort(), this::add);
            try {
                for (var measure : chosen()) {
                    measure.run(lab);
                }
            } catch (Exception failure) {
                stack.keep();
                throw failure;
            }
        }
        if (json) {
            System.out.println(
                    lines.stream().map(Line::json).collect(Collectors.joining(",\n", "[", "]")));
        }
        return 0;
    }

    private Set<Measure> chosen() {
        var chosen = EnumSet.allOf(Measure.class);
        chosen.removeIf(measure -> !only.contains(measure.number()));
        return chosen;
    }

    private Effort effort() {
        return quick
                ? new Effort(2, 1, Duration.ofSeconds(1), Duration.ofSeconds(4), 10_000)
                : new Effort(ROUNDS, WINDOWS, WINDOW, Duration.ofSeconds(seconds), rows);
    }

    private void add(Line line) {
        lines.add(line);
        say(line.text());
    }

    private void say(String line) {
        if (!json) {
            System.out.println(line);
        }
    }
}
