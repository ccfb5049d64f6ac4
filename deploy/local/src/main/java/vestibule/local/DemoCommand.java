package vestibule.local;

import java.net.http.HttpClient;
import java.util.List;
import picocli.CommandLine.Command;
import vestibule.consumer.EventReader;

@Command(
        name = "demo",
        description = "Sends a sample through each endpoint; starts a stack when none is running.")
final class DemoCommand implements Runnable {

    @Override
    public void run() {
        var home = Home.ofThisRun();
        if (RunningStack.runsIn(home)) {
            walk(home, RunningStack.read(home));
            return;
        }
        var progress = new Progress(System.out);
        progress.say("Nothing is running: starting a stack for this demo");
        try (var stack = LocalStack.start(home, Ports.of(System.getenv()), progress)) {
            walk(home, stack.running());
        }
    }

    private static void walk(Home home, RunningStack running) {
        var built = Service.built(home.root());
        List<Door> doors = Door.ALL.stream().filter(d -> built.contains(d.service())).toList();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                var events = EventReader.open(running.get("KAFKA_BOOTSTRAP"), false)) {
            var visit = new DemoVisit(running, home.samples(), client, events, System.out);
            doors.forEach(visit::to);
        }
    }
}
