package vestibule.local;

import java.io.PrintStream;
import java.util.List;

/** What {@code up} prints when everything runs. */
record Banner(Home home, Ports ports, RunningStack running, List<Service> services) {

    void print(PrintStream out, double seconds) {
        out.printf("%nVestibule is up after %.1f s.%n%n", seconds);
        row(out, "gateway", running.url());
        for (var service : services) {
            row(out, service.title(), endpoint(ports.of(service)), health(service));
        }
        row(out, "Kafka", running.get("KAFKA_BOOTSTRAP"), "./vestibule tail follows the events");
        row(out, "S3", running.get("S3_ENDPOINT"), "bucket " + running.get("S3_BUCKET"));
        row(out, "PostgreSQL", "127.0.0.1:" + ports.stack().postgres(), "a database per service");
        row(out, "data, logs", home.directory().toString());
        out.printf("%nEach line sends a sample and answers as documented; paste it:%n");
        for (var door : Door.ALL) {
            if (services.contains(door.service())) {
                out.printf("%n# %s%n", door.title());
                out.println(door.curl(running.url(), running.variables(), home.samples()));
            }
        }
        out.printf("%nVariables for scripts: eval \"$(./vestibule env)\"    Stop: Ctrl-C%n");
    }

    private static void row(PrintStream out, String what, String where, String... more) {
        out.printf("  %-14s %-26s %s%n", what, where, String.join(" ", more));
    }

    private static String endpoint(int port) {
        return "http://127.0.0.1:" + port;
    }

    private String health(Service service) {
        return "health " + endpoint(ports.management(service)) + "/q/health";
    }
}
