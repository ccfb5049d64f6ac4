package vestibule.intake.command;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.util.List;

/** What the operator can ask of a service on the command line. */
@Singleton
@Unremovable
public class Commands implements QuarkusApplication {

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int MISUSED = 2;

    private static final String USAGE =
            """
            replay [--tenant ID] [--from TIME] [--to TIME] [--yes]
            erase --tenant ID (--document ID | --subject ID) [--yes]
            TIME is a day (2026-11-20) or an instant (2026-11-20T11:00:00Z), in UTC.""";

    private final ReplayCommand replay;
    private final EraseCommand erase;

    Commands(ReplayCommand replay, EraseCommand erase) {
        this.replay = replay;
        this.erase = erase;
    }

    @Override
    public int run(String... args) throws Exception {
        return run(Terminal.ofThisProcess(), args);
    }

    /** Returns the exit status. */
    public int run(Terminal terminal, String... args) throws Exception {
        try {
            var options = Options.of(List.of(args).subList(1, args.length));
            return command(args[0]).run(options, terminal) ? DONE : NOT_DONE;
        } catch (Misuse misuse) {
            terminal.say(misuse.getMessage());
            terminal.say(USAGE);
            return MISUSED;
        }
    }

    private Command command(String name) {
        return switch (name) {
            case "replay" -> replay;
            case "erase" -> erase;
            default -> throw new Misuse("there is no command " + name);
        };
    }
}
