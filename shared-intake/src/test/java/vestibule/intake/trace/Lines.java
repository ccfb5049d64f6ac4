package vestibule.intake.trace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What is logged of spans for a while, by us or by OpenTelemetry. */
final class Lines extends Handler implements AutoCloseable {

    private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    static Lines begin() {
        var lines = new Lines();
        Logger.getLogger("").addHandler(lines);
        return lines;
    }

    List<String> all() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        var name = line.getLoggerName();
        if (name.startsWith("vestibule.intake.trace") || name.startsWith("io.opentelemetry")) {
            lines.add(MESSAGE.format(line));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
