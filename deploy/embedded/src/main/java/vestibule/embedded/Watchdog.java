package vestibule.embedded;

import java.util.ArrayList;
import java.util.List;

/** Gives a lifeline to a program that has none: the program ends when standard input ends. */
public final class Watchdog {

    private static final String SCRIPT =
            """
            signal=$1
            shift
            exec 3<&0
            "$@" </dev/null 3<&- &
            program=$!
            (read -r _ <&3; kill -"$signal" $program) &
            watcher=$!
            trap 'kill -"$signal" $program' TERM
            wait $program
            status=$?
            kill $watcher 2>/dev/null
            exit $status
            """;

    private Watchdog() {}

    /** The command wrapped; {@code signal} (such as TERM) is what asks the program to end. */
    public static List<String> over(List<String> command, String signal) {
        var wrapped = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "watchdog", signal));
        wrapped.addAll(command);
        return wrapped;
    }
}
