package vestibule.intake.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the service logs for a while: what is the client's fault must be no error. */
public final class ErrorLog extends Handler {

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public static ErrorLog begin() {
        var log = new ErrorLog();
        Logger.getLogger("").addHandler(log);
        return log;
    }

    public boolean tells(String line) {
        return lines.contains(line);
    }

    public List<String> end() {
        Logger.getLogger("").removeHandler(this);
        return errors;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(String.valueOf(line.getMessage()));
        if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
            errors.add(line.getLoggerName() + ": " + line.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
