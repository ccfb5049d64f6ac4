package vestibule.local;

import java.io.IOException;
import picocli.CommandLine.Command;
import vestibule.embedded.EmbeddedStack;
import vestibule.embedded.Folders;
import vestibule.embedded.StackException;

@Command(name = "reset", description = "Deletes all data of the local stack.")
final class ResetCommand implements Runnable {

    @Override
    public void run() {
        var directory = Home.ofThisRun().directory();
        if (EmbeddedStack.runsIn(directory)) {
            throw new StackException("a stack is running in " + directory + "; stop it first");
        }
        try {
            Folders.delete(directory);
        } catch (IOException e) {
            throw new StackException(directory + " cannot be deleted: " + e.getMessage(), e);
        }
        System.out.println("deleted " + directory);
    }
}
