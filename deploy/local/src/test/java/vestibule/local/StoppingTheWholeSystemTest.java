package vestibule.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(400)
class StoppingTheWholeSystemTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration ORPHANS_END_WITHIN = Duration.ofSeconds(60);

    @Test
    void ctrl_c_leaves_no_process_and_the_next_up_finds_its_data(@TempDir Path directory)
            throws Exception {
        var vestibule = LauncherProcess.onFreePorts(directory.resolve("state"));
        try (var first = vestibule.up()) {
            var children = childrenAfterADemo(vestibule, first);

            first.pressCtrlC();

            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
        try (var second = vestibule.up()) {
            findsItsData(vestibule);
            reportsAServiceThatDies(second);
            second.pressCtrlC();
        }
    }

    private static List<ProcessHandle> childrenAfterADemo(
            LauncherProcess vestibule, LauncherProcess.Up up) throws Exception {
        vestibule.run("demo");
        var children = up.descendants();
        assertThat(children).hasSizeGreaterThan(5);
        return children;
    }

    private static void findsItsData(LauncherProcess vestibule) throws Exception {
        assertThat(vestibule.run("tail", "--from-beginning", "--max", "1"))
                .containsPattern("document-received  [a-z]+  acme");
    }

    @Test
    @Tag("long")
    void a_killed_launcher_leaves_no_process_and_the_next_up_finds_its_data(@TempDir Path directory)
            throws Exception {
        var vestibule = LauncherProcess.onFreePorts(directory.resolve("state"));
        try (var first = vestibule.up()) {
            var children = childrenAfterADemo(vestibule, first);

            first.process().destroyForcibly();

            assertThat(children)
                    .allSatisfy(
                            child -> assertThat(child.onExit()).succeedsWithin(ORPHANS_END_WITHIN));
        }
        try (var _ = vestibule.up()) {
            findsItsData(vestibule);
        }
    }

    private static void reportsAServiceThatDies(LauncherProcess.Up up) throws Exception {
        up.descendants().stream()
                .filter(child -> child.info().commandLine().orElse("").contains("quarkus-run.jar"))
                .forEach(ProcessHandle::destroyForcibly);

        up.await("file-service has ended by itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Starting under", "kafka             ready"})
    void ctrl_c_during_the_start_leaves_no_process_and_no_stack_trace(
            String moment, @TempDir Path directory) throws Exception {
        var vestibule = LauncherProcess.onFreePorts(directory.resolve("state"));
        try (var up = vestibule.beginUp()) {
            up.await(moment);
            var children = up.descendants();

            up.pressCtrlC();

            assertThat(children)
                    .allSatisfy(child -> assertThat(child.onExit()).succeedsWithin(SOON));
            assertThat(up.printed()).doesNotContain("Exception").doesNotContain("Stop: Ctrl-C");
        }
    }

    @Test
    void a_taken_port_is_named_before_anything_starts(@TempDir Path directory) throws Exception {
        var vestibule = LauncherProcess.onFreePorts(directory.resolve("state"));
        var port = vestibule.port("VESTIBULE_FILE_PORT");
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(vestibule.run("up"))
                    .contains("port " + taken.getLocalPort())
                    .contains("wanted for file-service")
                    .doesNotContain("ready at");
        }
    }
}
