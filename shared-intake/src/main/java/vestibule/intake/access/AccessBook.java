package vestibule.intake.access;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The clients as {@code access.yaml} last said them soundly. A broken file stops the start; later a
 * broken file changes nothing but the log and {@link #trouble()}.
 */
@Startup
@Singleton
public class AccessBook {

    private static final Logger LOG = Logger.getLogger(AccessBook.class);

    private static final byte[] NOTHING = {};

    private final Path file;
    private final AccessFile format;
    private byte[] lastRead;
    private volatile Clients clients;
    private volatile Optional<String> trouble = Optional.empty();

    @Inject
    AccessBook(AccessConfig config, AccessRules rules) {
        this(config.file(), new AccessFile(rules.service(), rules.part()));
    }

    AccessBook(Path file, AccessFile format) {
        this.file = file;
        this.format = format;
        try {
            lastRead = Files.readAllBytes(file);
            clients = format.read(lastRead);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "vestibule.access.file: " + file + " cannot be read", e);
        } catch (BrokenAccess e) {
            throw new IllegalStateException("vestibule.access.file: " + file + ": " + e.reason());
        }
        LOG.infof("%d clients from %s", clients.names().size(), file);
    }

    public Clients clients() {
        return clients;
    }

    /** Why the file as it is now is not in use; empty when all is well. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Reads the content each time: a Secret's mount swaps symlinks, and times may stand still. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void reload() {
        try {
            var now = Files.readAllBytes(file);
            if (Arrays.equals(now, lastRead)) {
                return;
            }
            lastRead = now;
            clients = format.read(now);
            trouble = Optional.empty();
            LOG.infof("%s changed: %d clients", file, clients.names().size());
        } catch (IOException e) {
            lastRead = NOTHING;
            report("cannot be read");
        } catch (BrokenAccess e) {
            report(e.reason());
        }
    }

    private void report(String reason) {
        if (!trouble.equals(Optional.of(reason))) {
            trouble = Optional.of(reason);
            LOG.errorf("%s is broken, the last good one stays in use: %s", file, reason);
        }
    }
}
