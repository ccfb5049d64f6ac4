package vestibule.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL server with one database and one user per service, both named after it. */
public final class PostgresServer extends Part {

    private static final int STATUS_LINE = 7;

    private final Programs programs;
    private final DataDirectory data;
    private final Identity identity;
    private final int port;

    PostgresServer(Programs programs, DataDirectory data, Identity identity, int port) {
        super("postgres", data);
        this.programs = programs;
        this.data = data;
        this.identity = identity;
        this.port = port;
    }

    /** The address of a service's database, for example {@code jdbcUrl("file")}. */
    public String jdbcUrl(String service) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, service);
    }

    public String user(String service) {
        return service;
    }

    public String password(String service) {
        return identity.password(service);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    Map<String, Integer> ports() {
        return Map.of("PostgreSQL", port);
    }

    @Override
    void prepare() {
        if (!Files.exists(directory())) {
            new PostgresCluster(programs, data, identity).create(directory());
        }
        try {
            // What a killed server left says "ready" already; no server is alive at this point.
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new StackException("PostgreSQL's folder cannot be used: " + e.getMessage(), e);
        }
    }

    private Path directory() {
        return data.resolve("postgres");
    }

    @Override
    List<String> command() {
        var server =
                List.of(
                        programs.postgres("postgres").toString(),
                        "-D",
                        directory().toString(),
                        "-p",
                        Integer.toString(port));
        return Watchdog.over(PostgresCluster.asUser(server), "INT");
    }

    /** What {@code pg_ctl} looks at: the server itself says in its pid file when it is ready. */
    @Override
    boolean ready() {
        var lines = pidFileLines();
        // The file of a killed server still says that it is ready.
        return lines.size() > STATUS_LINE
                && lines.get(STATUS_LINE).strip().equals("ready")
                && postmaster(lines).isPresent();
    }

    @Override
    void endOtherOrphans() {
        var lines = pidFileLines();
        if (lines.isEmpty()) {
            return;
        }
        postmaster(lines)
                .ifPresent(
                        orphan -> {
                            Signals.send("INT", orphan.pid());
                            Signals.awaitEnd(orphan);
                        });
    }

    private static Optional<ProcessHandle> postmaster(List<String> pidFileLines) {
        return ProcessHandle.of(Long.parseLong(pidFileLines.getFirst().strip()))
                .filter(PostgresServer::isPostgres);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(path -> path.endsWith("/postgres")).orElse(false);
    }

    private Path pidFile() {
        return directory().resolve("postmaster.pid");
    }

    private List<String> pidFileLines() {
        try {
            return Files.exists(pidFile()) ? Files.readAllLines(pidFile()) : List.of();
        } catch (IOException gone) {
            return List.of();
        }
    }
}
