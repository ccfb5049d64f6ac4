package vestibule.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import vestibule.embedded.PrivateFile;

/** What a service does for its operator: its own jar, with arguments, beside the running one. */
@Command(description = "Runs a service's command; its other options: see ./vestibule help.")
final class ServiceCommand implements Callable<Integer> {

    private static final List<String> SMALL =
            List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @Option(names = "--service", required = true, paramLabel = "NAME")
    private Service service = Service.FILE;

    @Unmatched private List<String> options = new ArrayList<>();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var home = Home.ofThisRun();
        RunningStack.read(home);
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(SMALL);
        command.addAll(List.of("-jar", service.jar(home.root()).toString(), spec.name()));
        command.addAll(options);
        var process = new ProcessBuilder(command).inheritIO();
        process.environment().keySet().removeAll(ServiceProcess.ownVariables());
        process.environment().putAll(PrivateFile.read(home.environment(service)));
        return process.start().waitFor();
    }
}
