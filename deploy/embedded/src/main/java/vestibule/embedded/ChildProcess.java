package vestibule.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A child process with a log file, a pid file, and a lifeline: it ends when its standard input
 * ends, so that it cannot outlive this JVM.
 */
public final class ChildProcess {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration ORPHAN_ENDS_WITHIN = Duration.ofSeconds(10);
    private static final int LOG_LINES_SHOWN = 20;

    private final String name;
    private final Path log;
    private final PidFile pidFile;
    private Optional<Process> process = Optional.empty();

    public ChildProcess(String name, Path log, Path pidFile) {
        this.name = name;
        this.log = log;
        this.pidFile = new PidFile(pidFile);
    }

    public void start(List<String> command) {
        start(command, Map.of(), Set.of());
    }

    /** The same with more variables in the environment, and without some of our own. */
    public void start(List<String> command, Map<String, String> added, Set<String> removed) {
        try {
            Files.createDirectories(log.getParent());
            var builder =
                    new ProcessBuilder(detached(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(added);
            builder.environment().keySet().removeAll(removed);
            var started = builder.start();
            process = Optional.of(started);
            pidFile.write(started.toHandle());
        } catch (IOException e) {
            throw new StackException(name + " could not be started: " + e.getMessage(), e);
        }
    }

    /** Out of reach of a Ctrl-C in the terminal: the parent decides in which order things end. */
    private static List<String> detached(List<String> command) {
        var whole = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            whole.add("/usr/bin/setsid");
        } else {
            whole.addAll(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        }
        whole.addAll(command);
        return whole;
    }

    /** Waits until it is ready; throws, with the end of its log, when it is not in time. */
    public void await(Duration limit, BooleanSupplier ready) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!running()) {
                throw failure("ended while it started");
            }
            if (System.nanoTime() > deadline) {
                throw failure("was not ready within " + limit.toSeconds() + " s");
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while waiting", e);
        }
    }

    private StackException failure(String what) {
        return new StackException(
                "%s %s; the end of %s:%n%s".formatted(name, what, log, lastLines()));
    }

    private String lastLines() {
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            var from = Math.max(0, all.size() - LOG_LINES_SHOWN);
            return String.join(System.lineSeparator(), all.subList(from, all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }

    public boolean running() {
        return process.map(Process::isAlive).orElse(false);
    }

    /** Runs the action when it ends, whatever the reason. */
    public void onExit(Runnable action) {
        process.ifPresent(
                running -> {
                    var unused = running.onExit().thenRun(action);
                });
    }

    /** Cuts its lifeline, and kills it when it has not ended in time. */
    public void stop(Duration limit) {
        process.ifPresent(
                running -> {
                    cutLifeline(running);
                    if (!endsWithin(running, limit)) {
                        kill();
                    }
                    forget();
                });
    }

    private static void cutLifeline(Process running) {
        try {
            running.getOutputStream().close();
        } catch (IOException alreadyCut) {
            // It ends all the same.
        }
    }

    private static boolean endsWithin(Process running, Duration limit) {
        try {
            return running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public void kill() {
        process.ifPresent(
                running -> {
                    family(running.toHandle()).forEach(ProcessHandle::destroyForcibly);
                    endsWithin(running, ORPHAN_ENDS_WITHIN);
                    forget();
                });
    }

    private void forget() {
        process = Optional.empty();
        pidFile.delete();
    }

    void signal(String signal) {
        process.ifPresent(
                running ->
                        family(running.toHandle())
                                .forEach(member -> Signals.send(signal, member.pid())));
    }

    /** Ends the child of an earlier run whose parent could not. */
    public void endOrphan() {
        pidFile.process()
                .ifPresent(
                        orphan -> {
                            var family = family(orphan).toList();
                            family.forEach(ProcessHandle::destroyForcibly);
                            family.forEach(Signals::awaitEnd);
                        });
    }

    private static Stream<ProcessHandle> family(ProcessHandle head) {
        return Stream.concat(head.descendants(), Stream.of(head)).toList().stream();
    }
}
