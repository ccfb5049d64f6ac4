package vestibule.local;

import picocli.CommandLine.Command;

@Command(name = "env", description = "Prints export lines for the running stack.")
final class EnvCommand implements Runnable {

    @Override
    public void run() {
        RunningStack.read(Home.ofThisRun())
                .variables()
                .forEach((name, value) -> System.out.printf("export %s='%s'%n", name, value));
    }
}
