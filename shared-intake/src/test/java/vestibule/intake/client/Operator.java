package vestibule.intake.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.arc.Arc;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import vestibule.intake.command.Commands;
import vestibule.intake.command.Terminal;

/** Commands as the operator gives them, in the process of the service under test. */
public final class Operator {

    private Operator() {}

    /** What was said, and with which exit status. */
    public record Reply(int status, String text) {}

    /** With whatever is typed when there is a question. */
    public static Reply typing(String typed, String... command) {
        var said = new ByteArrayOutputStream();
        var terminal = new Terminal(new StringReader(typed), new PrintStream(said, true, UTF_8));
        try {
            var status = Arc.container().select(Commands.class).get().run(terminal, command);
            return new Reply(status, said.toString(UTF_8));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    public static Reply asks(String... command) {
        return typing("", command);
    }
}
