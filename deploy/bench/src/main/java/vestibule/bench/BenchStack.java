package vestibule.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * A stack for this run alone: {@code ./vestibule up} on ports and in a directory of its own, both
 * free again afterwards. The limit of requests is off by its documented setting.
 */
final class BenchStack implements AutoCloseable {

    /** What tells the service that nobody's requests are counted. */
    static final String NO_RATE_LIMIT = "VESTIBULE_FILE_RATE_LIMIT_REQUESTS";

    private static final String DIRECTORY = ".vestibule-bench";
    private static final int FIRST_PORT = 28_080;
    private static final int FIRST_MANAGEMENT_PORT = 29_080;
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOP_WITHIN = Duration.ofMinutes(1);

    private final Path root;
    private final Path log;
    private final Process up;
    private final Properties variables = new Properties();
    private final Thread atExit = new Thread(this::stop, "bench-stack-stop");
    private boolean kept;

    private BenchStack(Path root) throws IOException, InterruptedException {
        this.root = root;
        this.log = Files.createTempFile("vestibule-bench", ".log");
        vestibule("reset").waitFor();
        this.up = vestibule("up");
    }

    /** Returns when every service is ready. */
    static BenchStack start(Path root) throws IOException, InterruptedException {
        var stack = new BenchStack(root);
        Runtime.getRuntime().addShutdownHook(stack.atExit);
        try {
            stack.awaitReady();
            return stack;
        } catch (IOException | InterruptedException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private Process vestibule(String command) throws IOException {
        var builder = new ProcessBuilder(root.resolve("vestibule").toString(), command);
        builder.environment().putAll(settings());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("VESTIBULE_DIRECTORY", DIRECTORY);
        settings.put(NO_RATE_LIMIT, "0");
        settings.put("VESTIBULE_GATEWAY_PORT", Integer.toString(FIRST_PORT));
        for (var service : Service.values()) {
            var name = "VESTIBULE_" + service.name();
            settings.put(name + "_PORT", Integer.toString(port(service)));
            settings.put(
                    name + "_MANAGEMENT_PORT",
                    Integer.toString(FIRST_MANAGEMENT_PORT + 1 + service.ordinal()));
        }
        settings.put("VESTIBULE_KAFKA_PORT", "29192");
        settings.put("VESTIBULE_KAFKA_CONTROLLER_PORT", "29193");
        settings.put("VESTIBULE_S3_PORT", "29100");
        settings.put("VESTIBULE_POSTGRES_PORT", "29132");
        return settings;
    }

    private static int port(Service service) {
        return FIRST_PORT + 1 + service.ordinal();
    }

    private void awaitReady() throws IOException, InterruptedException {
        var pid = run("up.pid");
        var until = System.nanoTime() + READY_WITHIN.toNanos();
        while (!Files.exists(pid) || !Files.readString(pid).strip().equals("" + up.pid())) {
            if (up.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > until) {
                throw new IOException("the stack did not start:\n" + Files.readString(log));
            }
        }
        try (var file = Files.newBufferedReader(run("env.properties"))) {
            variables.load(file);
        }
    }

    private Path run(String file) {
        return root.resolve(DIRECTORY).resolve("run").resolve(file);
    }

    /** The service itself, without the gateway in front. */
    URI url(Service service) {
        return URI.create("http://127.0.0.1:" + port(service));
    }

    /** A variable of {@code ./vestibule env}. */
    String of(String variable) {
        var value = variables.getProperty(variable);
        if (value == null) {
            throw new IllegalStateException("the stack has no " + variable);
        }
        return value;
    }

    Vitals vitals(Service service) throws IOException {
        var watchdog = Files.readString(run(service.title() + ".pid")).split(" ", 2)[0];
        return new Vitals(
                ProcessHandle.of(Long.parseLong(watchdog)).stream()
                        .flatMap(ProcessHandle::descendants)
                        .filter(Vitals::isJava)
                        .findFirst()
                        .orElseThrow());
    }

    /** Leaves its logs and data to be looked at once it has ended, until the next run. */
    void keep() {
        kept = true;
        System.err.println("vestibule: logs and data of this run are kept in " + DIRECTORY);
    }

    /** Ends it and deletes what was written. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }

    private void stop() {
        try {
            up.destroy();
            if (up.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS) && !kept) {
                vestibule("reset").waitFor();
            }
            Files.deleteIfExists(log);
        } catch (IOException e) {
            System.err.println("vestibule: what bench wrote is left in " + DIRECTORY + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
