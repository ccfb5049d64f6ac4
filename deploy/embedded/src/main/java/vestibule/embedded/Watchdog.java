package vestibule.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives a lifeline to a program that has none: the program ends when standard input ends, and the
 * watchdog after it, with its status.
 */
public final class Watchdog {

    private static final String SCRIPT =
            """
            signal=$1
            shift
            program=
            asked=
            trap 'asked=yes; [ -z "$program" ] || kill -"$signal" $program' TERM
            exec 3<&0
            "$@" </dev/null 3<&- &
            program=$!
            [ -z "$asked" ] || kill -"$signal" $program
            (read -r _ <&3; kill -"$signal" $program) &
            watcher=$!
            # A trapped signal ends the waiting, not the program.
            while kill -0 $program 2>/dev/null; do
              wait $program
              status=$?
            done
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
