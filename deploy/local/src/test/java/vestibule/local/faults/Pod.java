package vestibule.local.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vestibule.embedded.EmbeddedStack;
import vestibule.embedded.StackPorts;
import vestibule.embedded.Watchdog;

/**
 * The packaged file-service as the manifests run it: their settings and nothing else in its
 * environment, the image's JVM flags, a user who owns nothing where this test may choose one, and
 * one empty folder to write to.
 */
final class Pod implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);

    /** The pods' own place in file-service's database, so that they can find it empty. */
    static final String SCHEMA = "pods";

    private static final String SETPRIV = "/usr/bin/setpriv";

    private final int port = StackPorts.freePort();
    private final int management = StackPorts.freePort();
    private final HttpClient probe =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PodManifest manifest;
    private final Path directory;
    private final Process watchdog;

    private Pod(PodManifest manifest, Path directory, EmbeddedStack stack) throws IOException {
        this.manifest = manifest;
        this.directory = directory.toAbsolutePath();
        Files.createDirectories(temporary());
        Files.setPosixFilePermissions(temporary(), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(
                directory.resolve("access.yaml"),
                "clients: [{id: acme, file: {enabled: true, keys: [{id: one, value: %s}]}}]\n"
                        .formatted(PackagedService.TOKEN));
        this.watchdog = launch(stack);
    }

    static Pod start(PodManifest manifest, Path directory, EmbeddedStack stack) throws IOException {
        var pod = new Pod(manifest, directory, stack);
        Eventually.is("the pod is ready", READY_WITHIN, () -> pod.answers("readiness"));
        return pod;
    }

    private Process launch(EmbeddedStack stack) throws IOException {
        var command = new ArrayList<>(asNobody());
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(manifest.jvmOptions());
        command.add("-Djava.io.tmpdir=" + temporary());
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        var builder =
                new ProcessBuilder(Watchdog.over(command, "TERM"))
                        .directory(manifest.app().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("log").toFile());
        builder.environment().clear();
        builder.environment().putAll(manifest.settings());
        builder.environment().putAll(asAnOverlay(stack));
        return builder.start();
    }

    /** Root gives the process away to the manifests' user; anybody else can only keep it. */
    private List<String> asNobody() throws IOException {
        var root = System.getProperty("user.name").equals("root");
        var user = manifest.user();
        return root && Files.isExecutable(Path.of(SETPRIV))
                ? List.of(SETPRIV, "--reuid", user, "--regid", user, "--clear-groups")
                : List.of();
    }

    /** What overlays and Secrets say: where everything is on this machine. */
    private Map<String, String> asAnOverlay(EmbeddedStack stack) {
        var settings = new HashMap<String, String>();
        stack.settings("file").forEach((key, value) -> settings.put(variable(key), value));
        settings.remove("QUARKUS_DATASOURCE_JDBC_URL");
        settings.put("DATABASE_ADDRESS", "127.0.0.1:" + stack.postgres().port());
        settings.put("DATABASE_TLS", "disable&currentSchema=" + SCHEMA);
        settings.put("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT");
        settings.put("VESTIBULE_ACCESS_FILE", directory.resolve("access.yaml").toString());
        settings.put("VESTIBULE_FILE_RATE_LIMIT_REQUESTS", "0");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        return settings;
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Whether a probe of the manifests would succeed. */
    boolean answers(String name) throws IOException, InterruptedException {
        var uri = "http://127.0.0.1:%d%s".formatted(management, manifest.probePath(name));
        var request =
                HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(6)).build();
        return probe.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    int port() {
        return port;
    }

    Client client() {
        return new Client(port, PackagedService.TOKEN);
    }

    /** The number of the user that it runs as, as Linux has it. */
    String user() throws IOException {
        var entry = Path.of("/proc", Long.toString(process().pid()));
        return Files.getAttribute(entry, "unix:uid").toString();
    }

    Path temporary() {
        return directory.resolve("tmp");
    }

    private ProcessHandle process() {
        return watchdog.children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the pod does not run"));
    }

    void terminate() {
        process().destroy();
    }

    boolean endsWithin(Duration limit) throws InterruptedException {
        return watchdog.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        var family = watchdog.descendants().toList();
        watchdog.destroy();
        try {
            if (!watchdog.waitFor(40, TimeUnit.SECONDS)) {
                family.forEach(ProcessHandle::destroyForcibly);
                watchdog.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        probe.close();
    }
}
