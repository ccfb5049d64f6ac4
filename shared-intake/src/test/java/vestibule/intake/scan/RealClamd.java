package vestibule.intake.scan;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vestibule.embedded.StackPorts;
import vestibule.intake.Eventually;

/** The clamd of this machine as a process of its own: it knows one signature and downloads none. */
final class RealClamd implements AutoCloseable {

    private final int port;
    private final Process process;

    private RealClamd(Path program, Path directory, List<String> settings) throws IOException {
        port = StackPorts.freePort();
        var database = Files.createDirectories(directory.resolve("signatures"));
        var signature =
                HexFormat.of().formatHex(FakeClamd.SIGNATURE.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(database.resolve("own.ndb"), "Vestibule.Test:0:*:" + signature + "\n");
        var config = directory.resolve("clamd.conf");
        Files.writeString(
                config,
                """
                Foreground yes
                TCPAddr 127.0.0.1
                TCPSocket %d
                DatabaseDirectory %s
                TemporaryDirectory %s
                %s
                """
                        .formatted(port, database, directory, String.join("\n", settings)));
        process =
                new ProcessBuilder(program.toString(), "--config-file=" + config)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("clamd.log").toFile())
                        .start();
    }

    static Optional<Path> program() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "clamd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Returns when it serves. */
    static RealClamd start(Path program, Path directory, String... settings) throws Throwable {
        var clamd = new RealClamd(program, directory.toAbsolutePath(), List.of(settings));
        try {
            Eventually.eventually(Duration.ofSeconds(20), clamd::connect);
            return clamd;
        } catch (Throwable failure) {
            clamd.close();
            throw new IllegalStateException(
                    Files.readString(directory.resolve("clamd.log")), failure);
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    private void connect() throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
