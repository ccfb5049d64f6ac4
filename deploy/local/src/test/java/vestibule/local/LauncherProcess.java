package vestibule.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vestibule.embedded.StackPorts;

/** {@code ./vestibule} as a process: the launcher with its own class path and a small heap. */
record LauncherProcess(Path directory, Map<String, String> ports) {

    private static final Path MODULE = Path.of("").toAbsolutePath();

    /** A shell has what it starts in the background ignore Ctrl-C, and so all that this starts. */
    private static final List<String> CTRL_C_HEARD =
            System.getProperty("os.name").equals("Linux")
                    ? List.of("env", "--default-signal=INT")
                    : List.of();

    private static final String JAVA = ProcessHandle.current().info().command().orElseThrow();

    /** A start is most of what these processes do. */
    private static final String SOON_STARTED = "-XX:TieredStopAtLevel=1";

    private static final Duration UP_WITHIN = Duration.ofSeconds(180);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);

    static LauncherProcess onFreePorts(Path directory) {
        var ports = new LinkedHashMap<String, String>();
        Ports.variables().forEach(name -> ports.put(name, Integer.toString(StackPorts.freePort())));
        return new LauncherProcess(directory, ports);
    }

    int port(String variable) {
        return Integer.parseInt(ports.getOrDefault(variable, "0"));
    }

    /** What env prints under this name. */
    String secret(String name) throws Exception {
        return run("env")
                .lines()
                .filter(line -> line.startsWith("export " + name + "="))
                .map(line -> line.replaceAll(".*='|'$", ""))
                .findFirst()
                .orElseThrow();
    }

    String url() {
        return "http://127.0.0.1:" + port("VESTIBULE_GATEWAY_PORT");
    }

    /** Runs a command to its end; answers what it printed, errors too. */
    String run(String... arguments) throws Exception {
        var output = newOutput();
        var process = start(output, arguments);
        if (!process.waitFor(UP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    /** Starts {@code up}; answers when the banner is out. */
    Up up() throws Exception {
        var up = beginUp();
        try {
            up.await("Stop: Ctrl-C");
            return up;
        } catch (AssertionError notUp) {
            up.close();
            throw notUp;
        }
    }

    /** Starts {@code up} and does not wait. */
    Up beginUp() throws IOException {
        var output = newOutput();
        return new Up(start(output, "up"), output);
    }

    /** Starts the example consumer in a shell that has evaluated {@code ./vestibule env}. */
    Up beginConsumer() throws Exception {
        var consumer = MODULE.resolveSibling("consumer/target");
        var script =
                run("env")
                        + "exec '%s' -Xmx64m -cp '%s/classes:%s/lib/*' "
                                .formatted(JAVA, consumer, consumer)
                        + "vestibule.consumer.ExampleConsumer";
        var output = newOutput();
        var process =
                new ProcessBuilder("bash", "-c", script)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        return new Up(process, output);
    }

    /** Beside the state, in the test's own folder, which goes when the test is over. */
    private Path newOutput() throws IOException {
        return Files.createTempFile(directory.getParent(), "vestibule", ".out");
    }

    private Process start(Path output, String... arguments) throws IOException {
        var command = new ArrayList<String>(CTRL_C_HEARD);
        command.add(JAVA);
        command.addAll(
                List.of(
                        "-Xmx64m",
                        SOON_STARTED,
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dvestibule.root=" + MODULE.resolve("../.."),
                        "-Dvestibule.directory=" + directory,
                        "-cp",
                        MODULE.resolve("target/classes") + ":" + MODULE.resolve("target/lib/*"),
                        "vestibule.local.Launcher"));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().putAll(ports);
        Stream.of(Service.values())
                .map(service -> "VESTIBULE_" + service.name() + "_JAVA_OPTS")
                .forEach(options -> builder.environment().putIfAbsent(options, SOON_STARTED));
        return builder.start();
    }

    record Up(Process process, Path output) implements AutoCloseable {

        String printed() throws IOException {
            return Files.readString(output);
        }

        void await(String text) throws Exception {
            var deadline = System.nanoTime() + UP_WITHIN.toNanos();
            while (!printed().contains(text)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new AssertionError("no \"" + text + "\" in:\n" + printed());
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }

        List<ProcessHandle> descendants() {
            return process.descendants().toList();
        }

        void pressCtrlC() throws Exception {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
            if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Ctrl-C did not end it:\n" + printed());
            }
        }

        /** In case a test has not ended it. */
        @Override
        public void close() {
            process.destroy();
            process.onExit().orTimeout(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
        }
    }
}
