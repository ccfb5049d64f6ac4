package vestibule.intake.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The errors that the service logs for a while: what is the client's fault must be none. */
public final class ErrorLog extends Handler {

    private final List<String> errors = new CopyOnWriteArrayList<>();

    public static ErrorLog begin() {
        var log = new ErrorLog();
        Logger.getLogger("").addHandler(log);
        return log;
    }

    public List<String> end() {
        Logger.getLogger("").removeHandler(this);
        return errors;
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
            errors.add(line.getLoggerName() + ": " + line.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
