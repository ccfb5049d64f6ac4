package vestibule.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A JVM of its own that starts a stack and waits, to be ended from outside. */
final class ParentJvm {

    private ParentJvm() {}

    static Process start(Path directory) throws IOException {
        var process = run(directory);
        var line = process.inputReader().readLine();
        if (!"ready".equals(line)) {
            throw new IOException("the parent JVM said " + line);
        }
        return process;
    }

    /** Asks as another JVM would; asking must not take the lock away from its owner either. */
    static boolean findsStackIn(Path directory) throws IOException {
        return EmbeddedStack.runsIn(directory)
                && run(directory).inputReader().readLine().startsWith("another stack");
    }

    private static Process run(Path directory) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Dvestibule.embedded.home=" + StackConfig.builtHome(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentJvm.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] args) throws InterruptedException {
        try (var stack = EmbeddedStack.start(StackConfig.forTests(Path.of(args[0])))) {
            System.out.println(stack.kafka().running() ? "ready" : "not ready");
            Thread.sleep(Long.MAX_VALUE);
        } catch (StackException e) {
            System.out.println(e.getMessage());
        }
    }
}
