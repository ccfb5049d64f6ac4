package vestibule.local.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vestibule.embedded.StackPorts;
import vestibule.embedded.Watchdog;

/** A packaged service as a child process with a small heap; always on the same ports. */
final class PackagedService implements AutoCloseable {

    /** The one key of {@code acme} in the tests' {@code access.yaml}. */
    static final String TOKEN = "token-of-acme";

    /** As {@code ./vestibule up} starts it. */
    private static final String SMALL =
            "-Xms64m -Xmx256m -Xmn32m -XX:+UseSerialGC -XX:MinHeapFreeRatio=20"
                    + " -XX:MaxHeapFreeRatio=40 -XX:ReservedCodeCacheSize=64m"
                    + " -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=1000";

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final String READINESS = "/q/health/ready";

    private final int port = StackPorts.freePort();
    private final int management = StackPorts.freePort();
    private final String name;
    private final Path directory;
    private final Map<String, String> settings;
    private final HttpClient probe =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Process watchdog;

    private PackagedService(String name, Path directory, Map<String, String> settings)
            throws IOException {
        this.name = name;
        this.directory = directory;
        this.settings = settings;
        watchdog = launch();
    }

    /**
     * @param name for example {@code file-service}
     * @param access the clients that it knows
     */
    static PackagedService start(
            String name, String access, Path directory, Map<String, String> settings)
            throws IOException {
        Files.createDirectories(directory.resolve("tmp"));
        Files.writeString(directory.resolve("access.yaml"), access);
        var service = new PackagedService(name, directory, settings);
        try {
            service.awaitReady();
            return service;
        } catch (AssertionError notReady) {
            service.close();
            throw notReady;
        }
    }

    private Process launch() throws IOException {
        var root = Path.of(System.getProperty("vestibule.root", "../.."));
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(jvmOptions());
        command.add("-Djava.io.tmpdir=" + temporary());
        command.add("-jar");
        command.add(root.resolve(name + "/target/quarkus-app/quarkus-run.jar").toString());
        var builder =
                new ProcessBuilder(Watchdog.over(command, "TERM"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        settings.forEach((key, value) -> builder.environment().put(variable(key), value));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        builder.environment()
                .put("VESTIBULE_ACCESS_FILE", directory.resolve("access.yaml").toString());
        return builder.start();
    }

    private static List<String> jvmOptions() {
        return Arrays.asList(System.getProperty("vestibule.faults.jvm", SMALL).split("\\s+", -1));
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private void awaitReady() {
        Eventually.get(name + " is ready", READY_WITHIN, this::healthUnlessEnded, "200"::equals);
    }

    /** The health's status, with what it says when that is not 200. */
    private String healthUnlessEnded() throws IOException, InterruptedException {
        if (!watchdog.isAlive()) {
            throw new AssertionError(name + " ended: " + lastWords());
        }
        var health = get(READINESS);
        return health.statusCode() == 200 ? "200" : health.statusCode() + " " + health.body();
    }

    private String lastWords() throws IOException {
        var lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    boolean ready() throws IOException, InterruptedException {
        return get(READINESS).statusCode() == 200;
    }

    /**
     * The sum of all metrics that begin like this, such as {@code vestibule_buffer_reserved_bytes}.
     */
    double metric(String name) throws IOException, InterruptedException {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:%d%s".formatted(management, path));
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        return probe.send(request, HttpResponse.BodyHandlers.ofString());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    Client client() {
        return new Client(port, TOKEN);
    }

    Client stranger() {
        return new Client(port, "token-of-nobody");
    }

    Innards innards() {
        return new Innards(process().pid());
    }

    List<Path> temporaryFiles() throws IOException {
        try (var files = Files.walk(temporary())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Path log() {
        return directory.resolve(name + ".log");
    }

    private Path temporary() {
        return directory.resolve("tmp").toAbsolutePath();
    }

    private ProcessHandle process() {
        return watchdog.children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " does not run"));
    }

    /** {@code kill -9}. */
    void kill() {
        process().destroyForcibly();
        awaitEnd(Duration.ofSeconds(20));
    }

    /** SIGTERM; returns at once. */
    void terminate() {
        process().destroy();
    }

    void awaitEnd(Duration limit) {
        try {
            if (!watchdog.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("did not end within " + limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void restart() {
        try {
            watchdog = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    @Override
    public void close() {
        var family = watchdog.descendants().toList();
        watchdog.destroy();
        try {
            if (!watchdog.waitFor(30, TimeUnit.SECONDS)) {
                family.forEach(ProcessHandle::destroyForcibly);
                watchdog.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        probe.close();
    }
}
