package vestibule.local;

import java.nio.file.Path;
import vestibule.embedded.StackConfig;
import vestibule.embedded.StackPorts;

/**
 * The places on disk.
 *
 * @param root the repository, with what the build made
 * @param directory {@code .vestibule}: data, logs, credentials
 */
record Home(Path root, Path directory) {

    /** From the system properties that the script sets. */
    static Home ofThisRun() {
        var root = Path.of(System.getProperty("vestibule.root", "")).toAbsolutePath().normalize();
        var directory = System.getProperty("vestibule.directory", ".vestibule");
        return new Home(root, root.resolve(directory));
    }

    StackConfig stack(StackPorts ports) {
        return new StackConfig(root.resolve("deploy/embedded/target/stack"), directory, ports);
    }

    Path accessFile() {
        return directory.resolve("access.yaml");
    }

    Path credentials() {
        return directory.resolve("credentials.properties");
    }

    Path samples() {
        return directory.resolve("samples");
    }

    Path log(Service service) {
        return directory.resolve("logs").resolve(service.title() + ".log");
    }

    Path pidFile(Service service) {
        return directory.resolve("run").resolve(service.title() + ".pid");
    }

    /** What a running service was set up by, for commands beside it. */
    Path environment(Service service) {
        return directory.resolve("run").resolve(service.title() + ".properties");
    }

    Path pidFile() {
        return directory.resolve("run").resolve("up.pid");
    }

    /** What a running stack tells {@code demo}, {@code tail} and {@code env}. */
    Path runningStack() {
        return directory.resolve("run").resolve("env.properties");
    }
}
