package vestibule.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchdogTest {

    /** Takes its time to end, as a service does that answers what it has begun. */
    private static final List<String> SLOW_TO_END =
            List.of(
                    "/bin/sh",
                    "-c",
                    "trap 'sleep 0.5; echo ended; exit 7' TERM; echo begun; while :; do sleep 0.1;"
                            + " done");

    @Test
    void asked_to_end_it_ends_after_its_program() throws Exception {
        var watchdog = begun();

        watchdog.toHandle().destroy();

        endsAfterItsProgram(watchdog);
    }

    @Test
    void without_its_lifeline_too() throws Exception {
        var watchdog = begun();

        watchdog.getOutputStream().close();

        endsAfterItsProgram(watchdog);
    }

    private static Process begun() throws IOException {
        var watchdog = new ProcessBuilder(Watchdog.over(SLOW_TO_END, "TERM")).start();
        assertThat(watchdog.inputReader().readLine()).isEqualTo("begun");
        return watchdog;
    }

    private static void endsAfterItsProgram(Process watchdog) throws Exception {
        assertThat(watchdog.waitFor()).isEqualTo(7);
        assertThat(watchdog.inputReader().readLine()).isEqualTo("ended");
    }
}
