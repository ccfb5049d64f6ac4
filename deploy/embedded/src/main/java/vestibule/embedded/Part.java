package vestibule.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One program of the stack. It can be stopped, killed or frozen and started again: always on the
 * same port and with its data.
 */
public abstract sealed class Part permits KafkaBroker, S3Server, PostgresServer {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final String name;
    private final ChildProcess child;

    Part(String name, DataDirectory data) {
        this.name = name;
        this.child = new ChildProcess(name, data.log(name), data.pidFile(name));
    }

    /** Its name in messages, and of its log file. */
    public final String name() {
        return name;
    }

    /** Starts it and returns when it serves; does nothing when it runs. */
    public final synchronized void start() {
        if (child.running()) {
            return;
        }
        clearTheWay();
        prepare();
        child.start(command());
        try {
            child.await(startsWithin(), this::ready);
        } catch (StackException e) {
            child.kill();
            throw e;
        }
    }

    /** Ends orphans of an earlier run; throws when a port is taken by something else. */
    final void clearTheWay() {
        child.endOrphan();
        endOtherOrphans();
        ports().forEach((what, port) -> StackPorts.requireFree(port, what));
    }

    /** Stops it in good order. */
    public final synchronized void stop() {
        child.stop(STOP_WITHIN);
    }

    /** Ends it as a power cut would ({@code kill -9}). */
    public final synchronized void kill() {
        child.kill();
    }

    /** Freezes it: connections stay open, nothing answers. */
    public final void pause() {
        child.signal("STOP");
    }

    /** Goes on after {@link #pause}. */
    public final void resume() {
        child.signal("CONT");
    }

    final void onExit(Runnable action) {
        child.onExit(action);
    }

    public final boolean running() {
        return child.running();
    }

    /** Where clients connect, on 127.0.0.1. */
    public abstract int port();

    /** The ports it needs, by what they are called in an error. */
    abstract Map<String, Integer> ports();

    /** Whatever must be on disk before the start. */
    abstract void prepare();

    abstract List<String> command();

    abstract boolean ready();

    /** Ends what the child process of an earlier run may have left behind. */
    void endOtherOrphans() {}

    Duration startsWithin() {
        return Duration.ofSeconds(60);
    }
}
