package vestibule.local;

import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

@Command(name = "up", description = "Starts everything and stays in the foreground.")
final class UpCommand implements Runnable {

    @Override
    public void run() {
        var home = Home.ofThisRun();
        var ports = Ports.of(System.getenv());
        var progress = new Progress(System.out);
        progress.say("Starting under " + home.directory());
        try (var stack = LocalStack.start(home, ports, progress)) {
            new Banner(home, ports, stack.running(), Service.built(home.root()))
                    .print(System.out, progress.seconds());
            stack.watch(name -> reportEnd(home, name));
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reportEnd(Home home, String name) {
        System.err.printf(
                "%nvestibule: %s has ended by itself; its log: %s%nThe rest runs on. Ctrl-C stops it.%n",
                name, home.directory().resolve("logs").resolve(name + ".log"));
    }
}
