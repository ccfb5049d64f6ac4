package vestibule.local.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A TCP proxy that can misbehave. Connections that are open when that begins misbehave too. */
final class FaultyWire implements AutoCloseable {

    enum Mode {
        PASSING,
        /** Every request is answered by an error. */
        FAILING,
        /** What is sent is taken and never passed on. */
        HANGING,
        /** One in ten pieces of what is sent ends its connection. */
        CUTTING
    }

    private static final byte[] ERROR =
            "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(ISO_8859_1);
    private static final int ONE_IN = 10;

    private final int target;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong pieces = new AtomicLong();
    private volatile Mode mode = Mode.PASSING;

    FaultyWire(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** From now on; a wire that hung forgets what it took. */
    void become(Mode next) {
        var before = mode;
        mode = next;
        if (before == Mode.HANGING) {
            open.forEach(FaultyWire::hangUp);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Whoever comes while nobody is there is hung up on, as a closed port would. */
    private void connect(Socket client) {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(client);
            open.add(server);
            threads.execute(() -> carry(client, server, true));
            threads.execute(() -> carry(server, client, false));
        } catch (IOException nobodyThere) {
            hangUp(client);
        }
    }

    private void carry(Socket from, Socket to, boolean request) {
        try (from;
                to) {
            pass(from.getInputStream(), to.getOutputStream(), request ? from : to, request);
        } catch (IOException cut) {
            // Both sides learn it from the closed sockets.
        } finally {
            open.remove(from);
        }
    }

    private void pass(InputStream in, OutputStream out, Socket client, boolean request)
            throws IOException {
        var buffer = new byte[64 * 1024];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            switch (request ? mode : Mode.PASSING) {
                case PASSING -> out.write(buffer, 0, count);
                case HANGING -> {}
                case FAILING -> {
                    client.getOutputStream().write(ERROR);
                    return;
                }
                case CUTTING -> {
                    if (pieces.incrementAndGet() % ONE_IN == 0) {
                        return;
                    }
                    out.write(buffer, 0, count);
                }
            }
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // As wanted.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(FaultyWire::hangUp);
        threads.close();
    }
}
