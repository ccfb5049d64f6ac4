package vestibule.intake.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;

/** Whoever gave the command. */
public final class Terminal {

    private final BufferedReader in;
    private final PrintStream out;

    public Terminal(Reader in, PrintStream out) {
        this.in = new BufferedReader(in);
        this.out = out;
    }

    static Terminal ofThisProcess() {
        return new Terminal(new InputStreamReader(System.in, UTF_8), System.out);
    }

    void say(String line) {
        out.println(line);
    }

    /** Only a clear yes is one. */
    boolean agrees(String question) throws IOException {
        out.print(question + " [y/N] ");
        out.flush();
        var answer = in.readLine();
        return answer != null && answer.strip().matches("(?i)y|yes");
    }
}
