package vestibule.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an embedded stack runs.
 *
 * @param home the built programs, {@code deploy/embedded/target/stack}
 * @param directory the data; kept when the stack stops
 */
public record StackConfig(Path home, Path directory, StackPorts ports) {

    private static final String HOME = "vestibule.embedded.home";

    public StackConfig {
        home = home.toAbsolutePath().normalize();
        directory = directory.toAbsolutePath().normalize();
    }

    /**
     * Free ports, and the programs named by the system property {@code vestibule.embedded.home}.
     */
    public static StackConfig forTests(Path directory) {
        return new StackConfig(builtHome(), directory, StackPorts.free());
    }

    /** The folder named by the system property {@code vestibule.embedded.home}. */
    public static Path builtHome() {
        var home =
                Optional.ofNullable(System.getProperty(HOME))
                        .map(Path::of)
                        .orElseThrow(
                                () ->
                                        new StackException(
                                                "the system property " + HOME + " is not set"));
        if (!Files.exists(home.resolve("children.jar"))) {
            throw new StackException(
                    "%s is not built; run: ./mvnw -Dquick -pl deploy/embedded process-classes"
                            .formatted(home));
        }
        return home;
    }
}
