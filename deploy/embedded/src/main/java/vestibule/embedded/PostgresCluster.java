package vestibule.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Creates PostgreSQL's data directory with the users and databases of the services. */
record PostgresCluster(Programs programs, DataDirectory data, Identity identity) {

    private static final String SETTINGS =
            """

            # Vestibule: reachable from this machine only; nothing acknowledged is lost.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 200
            shared_buffers = 64MB
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            log_checkpoints = off
            """;

    /** Made beside its place and moved there when complete: an interrupted run leaves no half. */
    void create(Path directory) {
        var unfinished = data.resolve("postgres.unfinished");
        var passwordFile = data.run("postgres.password");
        try {
            Folders.delete(unfinished);
            PrivateFile.writeText(passwordFile, identity.superuserPassword());
            run(
                    "",
                    List.of(
                            programs.postgres("initdb").toString(),
                            "-D",
                            unfinished.toString(),
                            "--username=postgres",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile));
            Files.delete(passwordFile);
            Files.writeString(
                    unfinished.resolve("postgresql.conf"), SETTINGS, StandardOpenOption.APPEND);
            run(
                    databases(),
                    List.of(
                            programs.postgres("postgres").toString(),
                            "--single",
                            "-D",
                            unfinished.toString(),
                            "postgres"));
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackException("PostgreSQL's data cannot be created: " + e.getMessage(), e);
        }
    }

    /** Single-user mode reads one statement per line. */
    private String databases() {
        var sql = new StringBuilder();
        for (var service : EmbeddedStack.SERVICES) {
            sql.append(
                    "CREATE ROLE %s LOGIN PASSWORD '%s'\n"
                            .formatted(service, identity.password(service)));
            sql.append("CREATE DATABASE %s OWNER %s\n".formatted(service, service));
        }
        return sql.toString();
    }

    private void run(String input, List<String> command) throws IOException {
        var log = data.log("postgres");
        Files.createDirectories(log.getParent());
        var process =
                new ProcessBuilder(asUser(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        try (var stdin = process.outputWriter()) {
            stdin.write(input);
        }
        try {
            if (process.waitFor() != 0) {
                throw new StackException("%s failed; see %s".formatted(command.getFirst(), log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while PostgreSQL's data was created", e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see it. */
    static List<String> asUser(List<String> command) {
        return System.getProperty("user.name").equals("root")
                ? join(List.of("unshare", "--user"), command)
                : command;
    }

    static List<String> join(List<String> first, List<String> second) {
        var both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
