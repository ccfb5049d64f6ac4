package vestibule.local;

import java.io.PrintStream;
import java.time.Duration;

/** Tells on the terminal what is ready, and after how long. */
final class Progress {

    private static final double MILLIS = 1000.0;

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
    }

    void ready(String what, int port) {
        out.printf("  %-17s ready at 127.0.0.1:%-6d %5.1f s%n", what, port, seconds());
    }

    double seconds() {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / MILLIS;
    }
}
