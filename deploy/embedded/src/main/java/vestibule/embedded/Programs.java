package vestibule.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The programs as the build laid them out under {@code target/stack}. */
record Programs(Path home) {

    Map<String, String> versions() {
        return PrivateFile.read(home.resolve("versions.properties"));
    }

    Path postgres(String program) {
        var version = versions().getOrDefault("postgres", "");
        return home.resolve("postgres").resolve(version).resolve("bin").resolve(program);
    }

    /** A JVM that runs {@code main} of our children's jar with the libraries of one program. */
    List<String> java(String program, List<String> options, String main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(program), main));
        command.addAll(arguments);
        return command;
    }

    private String classPath(String program) {
        try (Stream<Path> files = Files.list(home.resolve(program))) {
            var jars = files.filter(file -> file.toString().endsWith(".jar")).sorted();
            return Stream.concat(Stream.of(home.resolve("children.jar")), jars)
                    .map(Path::toString)
                    .collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new StackException(home + " is not built: " + e.getMessage(), e);
        }
    }
}
