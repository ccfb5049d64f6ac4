package vestibule.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import vestibule.embedded.EmbeddedStack;
import vestibule.embedded.StackConfig;

/** The real Kafka, PostgreSQL and S3, started once for all tests of a module. */
public final class Stack {

    /** Kafka's clients tell their whole configuration and every failed attempt to connect. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private static final EmbeddedStack RUNNING = start();

    private Stack() {}

    /** Whoever stops a part starts it again. */
    public static EmbeddedStack running() {
        return RUNNING;
    }

    private static EmbeddedStack start() {
        KAFKA.setLevel(Level.SEVERE);
        try {
            var parent = Files.createDirectories(Path.of("target"));
            var stack =
                    EmbeddedStack.start(
                            StackConfig.forTests(Files.createTempDirectory(parent, "stack")));
            // Read by now; a service refuses to start on a vestibule.* that it does not know.
            System.clearProperty("vestibule.embedded.home");
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
