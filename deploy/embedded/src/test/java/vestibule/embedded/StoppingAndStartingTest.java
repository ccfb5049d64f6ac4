package vestibule.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class StoppingAndStartingTest {

    private static StackConfig config;
    private static EmbeddedStack stack;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        config = StackConfig.forTests(directory);
        stack = EmbeddedStack.start(config);
        var clients = new Clients(stack);
        clients.publish("document-received", "kept");
        clients.execute("ddq", "CREATE TABLE kept AS SELECT 'kept' AS value");
        clients.put("kept", "kept");
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private static void assertDataKept() throws Exception {
        var clients = new Clients(stack);
        assertThat(clients.published("document-received", 1)).containsExactly("kept");
        assertThat(clients.ask("ddq", "SELECT value FROM kept")).isEqualTo("kept");
        assertThat(clients.get("kept")).isEqualTo("kept");
    }

    static Stream<Named<Function<EmbeddedStack, Part>>> parts() {
        return Stream.of(
                Named.of("kafka", EmbeddedStack::kafka),
                Named.of("postgres", EmbeddedStack::postgres),
                Named.of("s3", EmbeddedStack::s3));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_stopped_part_starts_again_on_its_port_with_its_data(Function<EmbeddedStack, Part> pick)
            throws Exception {
        var part = pick.apply(stack);

        part.stop();

        assertThat(part.ports().values()).allMatch(StackPorts::isFree);
        part.start();
        assertDataKept();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_killed_part_starts_again_with_its_data(Function<EmbeddedStack, Part> pick)
            throws Exception {
        var part = pick.apply(stack);

        part.kill();

        assertThat(part.running()).isFalse();
        part.start();
        assertDataKept();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_frozen_part_goes_on_where_it_was(Function<EmbeddedStack, Part> pick) throws Exception {
        var part = pick.apply(stack);

        part.pause();

        assertThat(part.running()).isTrue();
        part.resume();
        assertDataKept();
    }

    @Test
    void the_next_stack_finds_the_data_on_other_ports_too() throws Exception {
        stack.close();

        stack = EmbeddedStack.start(StackConfig.forTests(config.directory()));

        assertDataKept();
    }

    @Test
    void a_taken_port_is_named(@TempDir Path directory) throws Exception {
        var ports = StackPorts.free();
        try (var taken = new ServerSocket(ports.s3(), 1, InetAddress.getLoopbackAddress())) {
            var other = new StackConfig(StackConfig.builtHome(), directory, ports);

            assertThatThrownBy(() -> EmbeddedStack.start(other))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("S3");
            assertThat(StackPorts.isFree(ports.kafka())).isTrue();
        }
    }

    @Test
    void data_of_another_postgres_release_is_refused(@TempDir Path directory) throws Exception {
        var other = StackConfig.forTests(directory);
        Files.writeString(directory.resolve("stack.properties"), "kafka=4.3.0\npostgres=16.2.0\n");

        assertThatThrownBy(() -> EmbeddedStack.start(other))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("was written by PostgreSQL 16.2.0");
    }

    @Test
    void a_part_that_cannot_start_shows_the_end_of_its_log(@TempDir Path directory)
            throws Exception {
        var other = StackConfig.forTests(directory);
        Files.createDirectories(directory.resolve("postgres"));

        assertThatThrownBy(() -> EmbeddedStack.start(other))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(directory.resolve("logs/postgres.log").toString())
                .hasMessageContaining("postgresql.conf");
    }

    @Test
    void a_server_that_outlived_its_run_is_ended_by_the_next_start() throws Exception {
        var server = postmaster();
        server.parent()
                .orElseThrow()
                .children()
                .filter(c -> !c.equals(server))
                .forEach(ProcessHandle::destroyForcibly);
        server.parent().orElseThrow().destroyForcibly();
        stack.close();
        assertThat(server.isAlive()).isTrue();

        stack = EmbeddedStack.start(config);

        assertThat(server.isAlive()).isFalse();
        assertDataKept();
    }

    private static ProcessHandle postmaster() throws Exception {
        var lines = Files.readAllLines(config.directory().resolve("postgres/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
    }

    @Test
    void a_killed_parent_leaves_no_process(@TempDir Path directory) throws Exception {
        var parent = ParentJvm.start(directory);
        var children = parent.descendants().toList();
        assertThat(children).hasSizeGreaterThan(5);

        parent.destroyForcibly().waitFor();

        children.forEach(Signals::awaitEnd);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void a_parent_asked_to_end_leaves_no_process(@TempDir Path directory) throws Exception {
        var parent = ParentJvm.start(directory);
        var children = parent.descendants().toList();

        parent.destroy();

        parent.waitFor();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }
}
