package vestibule.local;

import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vestibule.consumer.EventReader;

@Command(name = "tail", description = "Follows both topics, one line per event.")
final class TailCommand implements Runnable {

    private static final Duration WAIT = Duration.ofSeconds(1);

    @Option(names = "--json", description = "headers and data as one JSON line")
    private boolean json;

    @Option(names = "--from-beginning", description = "also what is there already")
    private boolean fromBeginning;

    @Option(names = "--max", paramLabel = "N", description = "ends after so many events")
    private long max = Long.MAX_VALUE;

    @Override
    public void run() {
        var running = RunningStack.read(Home.ofThisRun());
        var left = max;
        try (var events = EventReader.open(running.get("KAFKA_BOOTSTRAP"), fromBeginning)) {
            while (left > 0 && !System.out.checkError()) {
                for (var event : events.next(WAIT)) {
                    if (left-- > 0) {
                        System.out.println(json ? event.asJson() : event.asLine());
                    }
                }
            }
        }
    }
}
