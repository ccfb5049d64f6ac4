package vestibule.intake.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes bytes on to a server and remembers what the client sent. */
final class WireTap implements AutoCloseable {

    private final URI server;
    private final ServerSocket listening;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final AtomicInteger connections = new AtomicInteger();

    WireTap(URI server) throws IOException {
        this.server = server;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    int connections() {
        return connections.get();
    }

    /** Everything the client sent so far, one character a byte. */
    String sent() {
        return sent.toString(StandardCharsets.ISO_8859_1);
    }

    private void accept() {
        while (true) {
            try {
                var client = listening.accept();
                var upstream = new Socket(server.getHost(), server.getPort());
                connections.incrementAndGet();
                Thread.startVirtualThread(() -> copy(client, upstream, true));
                Thread.startVirtualThread(() -> copy(upstream, client, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void copy(Socket from, Socket to, boolean remember) {
        try (from;
                to) {
            pump(from.getInputStream(), to.getOutputStream(), remember);
        } catch (IOException closed) {
            // Either side went away: so does the other.
        }
    }

    private void pump(InputStream in, OutputStream out, boolean remember) throws IOException {
        var buffer = new byte[8192];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (remember) {
                sent.write(buffer, 0, read);
            }
            out.write(buffer, 0, read);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
