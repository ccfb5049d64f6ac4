package vestibule.intake.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;

/** Starts the service; with arguments it does one thing for the operator instead, and ends. */
@QuarkusMain
public final class Main {

    /**
     * A command opens no port and leaves to the service what the service does by itself. It may
     * count rows for longer than an upload would wait.
     */
    private static final Map<String, String> OF_A_COMMAND =
            Map.of(
                    "quarkus.http.host-enabled", "false",
                    "quarkus.management.host-enabled", "false",
                    "quarkus.scheduler.enabled", "false",
                    "quarkus.flyway.migrate-at-start", "false",
                    "quarkus.banner.enabled", "false",
                    "quarkus.log.level", "WARN",
                    "quarkus.log.console.stderr", "true",
                    "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "300");

    private Main() {}

    public static void main(String... args) {
        if (args.length == 0) {
            Quarkus.run();
        } else {
            OF_A_COMMAND.forEach(System::setProperty);
            Quarkus.run(Commands.class, args);
        }
    }
}
