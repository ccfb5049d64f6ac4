package vestibule.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How soon each service is ready and what it takes when idle: a second process of it, beside the
 * idle stack, with the command line and the settings of the first.
 */
record Starts(Vitals first, Path cache) {

    private static final int PORT = 28_090;
    private static final int MANAGEMENT_PORT = 28_091;
    private static final long READY_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int IDLE_SECONDS = 3;

    private record Seen(double seconds, double cpuSeconds, long residentMib) {}

    static void measure(Lab lab) throws Exception {
        for (var service : Service.values()) {
            var cache = Files.createTempFile("vestibule-bench", ".aot");
            try {
                new Starts(lab.stack().vitals(service), cache).compare(lab, service);
            } finally {
                Files.deleteIfExists(cache);
            }
        }
    }

    private void compare(Lab lab, Service service) throws Exception {
        add(lab, service, "without cache", median(lab, List.of()));
        seen(List.of("-XX:AOTCacheOutput=" + cache));
        add(lab, service, "AOT cache", median(lab, List.of("-XX:AOTCache=" + cache)));
    }

    private static void add(Lab lab, Service service, String how, Seen seen) {
        var what = service.title() + " ready, " + how;
        var beside = "%.1f s CPU; idle RSS %d MiB".formatted(seen.cpuSeconds(), seen.residentMib());
        lab.table().accept(Line.of(8, what, "s", seen.seconds(), beside));
    }

    private Seen median(Lab lab, List<String> options) throws Exception {
        var all = new ArrayList<Seen>();
        for (var round = 0; round < lab.effort().rounds(); round++) {
            all.add(seen(options));
        }
        all.sort((one, other) -> Double.compare(one.seconds(), other.seconds()));
        return all.get(all.size() / 2);
    }

    private Seen seen(List<String> options) throws Exception {
        var command = new ArrayList<>(first.command());
        command.addAll(1, options);
        var begun = System.nanoTime();
        var process = started(command);
        try {
            while (!ready()) {
                if (!process.isAlive() || System.nanoTime() - begun > READY_WITHIN_NANOS) {
                    throw new IOException("does not start: " + command);
                }
                Thread.sleep(10);
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            var vitals = new Vitals(process.toHandle());
            var cpu = vitals.cpuSeconds();
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            return new Seen(seconds, cpu, vitals.residentMib());
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private Process started(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command);
        var environment = builder.environment();
        environment.clear();
        for (var setting : first.environment()) {
            var words = setting.split("=", 2);
            environment.put(words[0], words[1]);
        }
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(PORT));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(MANAGEMENT_PORT));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean ready() {
        try {
            var url = "http://127.0.0.1:%d/q/health/ready".formatted(MANAGEMENT_PORT);
            var asked = (HttpURLConnection) URI.create(url).toURL().openConnection();
            return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
