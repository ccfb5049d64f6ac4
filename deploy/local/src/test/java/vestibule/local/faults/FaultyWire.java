package vestibule.local.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A proxy of HTTP connections that can fail some calls, also on connections already open. */
final class FaultyWire implements AutoCloseable {

    /** What becomes of a call. */
    enum Fate {
        PASSES,
        /** Answered by an error. */
        FAILS,
        /** Taken and never passed on. */
        HANGS,
        /** Its connection ends. */
        IS_CUT
    }

    private record Plan(Fate fate, int oneIn) {}

    private static final Plan SOUND = new Plan(Fate.PASSES, 1);
    private static final Pattern BEGIN_OF_CALL =
            Pattern.compile("(GET|HEAD|PUT|POST|DELETE) \\S+ HTTP/1.1\r\n");
    private static final byte[] ERROR =
            "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(ISO_8859_1);

    private final int target;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private volatile Plan plan = SOUND;

    FaultyWire(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** From now on, for one call in so many. */
    void become(Fate fate, int oneIn) {
        plan = new Plan(fate, oneIn);
    }

    /** All is well from now on; what hung is forgotten. */
    void mend() {
        var hung = plan.fate() == Fate.HANGS;
        plan = SOUND;
        if (hung) {
            open.forEach(FaultyWire::hangUp);
        }
    }

    /** How many calls did not pass so far. */
    int faults() {
        return faults.get();
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

    private void carry(Socket from, Socket to, boolean calls) {
        try (from;
                to) {
            if (calls) {
                passCalls(from, to.getOutputStream());
            } else {
                from.getInputStream().transferTo(to.getOutputStream());
            }
        } catch (IOException cut) {
            // Both sides learn it from the closed sockets.
        } finally {
            open.remove(from);
        }
    }

    /** A client waits for its answer, so that each of its calls begins a piece. */
    private void passCalls(Socket client, OutputStream out) throws IOException {
        var in = client.getInputStream();
        var buffer = new byte[64 * 1024];
        var fate = Fate.PASSES;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (BEGIN_OF_CALL.matcher(new String(buffer, 0, count, ISO_8859_1)).lookingAt()) {
                fate = next();
            }
            switch (fate) {
                case PASSES -> out.write(buffer, 0, count);
                case HANGS -> {}
                case FAILS -> {
                    client.getOutputStream().write(ERROR);
                    return;
                }
                case IS_CUT -> {
                    return;
                }
            }
        }
    }

    private Fate next() {
        var now = plan;
        if (now.fate() == Fate.PASSES || calls.incrementAndGet() % now.oneIn() != 0) {
            return Fate.PASSES;
        }
        faults.incrementAndGet();
        return now.fate();
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
