package vestibule.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import vestibule.embedded.StackException;

/** Behind {@code ./vestibule}: the commands that run Java. */
@Command(
        name = "vestibule",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            TailCommand.class,
            EnvCommand.class,
            ResetCommand.class
        })
final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    private static CommandLine commandLine() {
        var commandLine = new CommandLine(new Launcher());
        commandLine.addSubcommand("replay", new ServiceCommand());
        commandLine.addSubcommand("erase", new ServiceCommand());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler(
                (failure, command, result) -> {
                    if (failure instanceof StackException known) {
                        command.getErr().println("vestibule: " + known.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw failure;
                });
        return commandLine;
    }
}
