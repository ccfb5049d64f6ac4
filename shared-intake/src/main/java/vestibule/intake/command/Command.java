package vestibule.intake.command;

import java.io.IOException;
import java.sql.SQLException;

/** One thing that the operator can have done. */
interface Command {

    /** Returns false when it was not done, and has said why. */
    boolean run(Options options, Terminal terminal)
            throws IOException, SQLException, InterruptedException;
}
