package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.document.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.client.AFile;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;

/** Paths and URLs in a {@code file} string are names, whatever they name. */
@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NeverOpeningWhatIsNamedTest {

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    @Test
    void no_file_is_opened() throws Exception {
        var pipe = Files.createTempDirectory("named").resolve("passport.png");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        // Opening a pipe for writing waits until somebody opens it for reading.
        var opened = CompletableFuture.runAsync(() -> writeTo(pipe));
        try {
            for (var file : List.of(pipe.toString(), pipe.toUri().toString(), "file:" + pipe)) {
                assertThatAnswer(Calls.add(Calls.json(file)).answer()).isAwaited();
                assertThatAnswer(Calls.add(asTextPart(file)).answer()).isAwaited();
            }
            var named = Calls.form(AFile.under("filename=\"" + pipe + "\""));
            assertThatAnswer(Calls.add(named).answer()).isStored();

            assertThat(opened).isNotDone();
        } finally {
            // The same as a reader would do: it shows that opening would have been seen.
            assertThat(Files.readString(pipe)).isEqualTo("seen");
            opened.get(10, TimeUnit.SECONDS);
            Files.delete(pipe);
            Files.delete(pipe.getParent());
        }
    }

    @Test
    void no_connection_is_made() throws Exception {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var connected = CompletableFuture.runAsync(() -> accept(server));
            var place = "127.0.0.1:" + server.getLocalPort() + "/passport.png";
            for (var scheme : List.of("http://", "https://", "ftp://", "jar:http://", "//", "")) {
                assertThatAnswer(Calls.add(Calls.json(scheme + place)).answer()).isAwaited();
                assertThatAnswer(Calls.add(asTextPart(scheme + place)).answer()).isAwaited();
            }

            assertThat(connected).isNotDone();
            new Socket(server.getInetAddress(), server.getLocalPort()).close();
            connected.get(10, TimeUnit.SECONDS);
        }
    }

    private static Form asTextPart(String file) {
        return Form.empty().text("file", file).text("typeId", "1");
    }

    private static void writeTo(Path pipe) {
        try {
            Files.writeString(pipe, "seen", StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accept(ServerSocket server) {
        try {
            server.accept().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
