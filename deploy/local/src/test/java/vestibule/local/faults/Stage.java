package vestibule.local.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vestibule.embedded.EmbeddedStack;
import vestibule.embedded.Folders;
import vestibule.embedded.StackConfig;

/**
 * The embedded stack that all fault tests of this JVM share; it ends with the JVM. Whoever breaks a
 * part of it mends it before the next test.
 */
final class Stage {

    private static final Path DIRECTORY =
            Path.of(System.getProperty("vestibule.faults.directory", "target/faults"))
                    .toAbsolutePath();
    private static final AtomicInteger SERVERS = new AtomicInteger();

    /** Options of the JVM, on top of those of {@link PackagedService}. */
    static final String JVM_OPTIONS = "JDK_JAVA_OPTIONS";

    /** They live for seconds: what the best compiler does would be gone before it paid. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    /** The one service that has a limit by default. */
    static final String NO_RATE_LIMIT = "vestibule.file.rate-limit.requests";

    /** So that what a crash left is gone within seconds, yet not what is under way. */
    static final Map<String, String> SWEEPING_SOON =
            Map.of(
                    "vestibule.sweep.grace", "12s",
                    "vestibule.sweep.lookback", "2h",
                    "vestibule.sweep.every", "2s",
                    "vestibule.sweep.delay", "1s");

    private Stage() {}

    private static final class Running {
        private static final EmbeddedStack STACK = startClean();

        private static EmbeddedStack startClean() {
            try {
                Folders.delete(DIRECTORY);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return EmbeddedStack.start(StackConfig.forTests(DIRECTORY.resolve("stack")));
        }
    }

    static EmbeddedStack stack() {
        return Running.STACK;
    }

    /** A file-service on this stack, without rate limit, with these settings on top. */
    static PackagedService fileServer(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.putIfAbsent(NO_RATE_LIMIT, "0");
        return start(Vendor.FILE, all);
    }

    /** Any service as its one client knows it. */
    static PackagedService start(Vendor vendor, Map<String, String> settings) {
        return start(vendor.id(), vendor.access(), settings);
    }

    /**
     * Any service on this stack.
     *
     * @param id for example {@code file}
     * @param access the clients that it knows
     */
    static PackagedService start(String id, String access, Map<String, String> settings) {
        var all = new HashMap<>(stack().settings(id));
        all.put(JVM_OPTIONS, QUICK_START);
        all.putAll(settings);
        var name = id + "-service";
        var directory = DIRECTORY.resolve(name + "-" + SERVERS.incrementAndGet());
        try {
            return PackagedService.start(name, access, directory, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PackagedService fileServer() {
        return fileServer(Map.of());
    }

    static Books books() {
        return books(Vendor.FILE);
    }

    static Books books(Vendor vendor) {
        return new Books(stack(), vendor);
    }

    /** Everything as it should be for the next test. */
    static void mend() {
        stack().kafka().resume();
        stack().postgres().resume();
        stack().s3().resume();
        stack().kafka().start();
        stack().postgres().start();
        stack().s3().start();
    }
}
