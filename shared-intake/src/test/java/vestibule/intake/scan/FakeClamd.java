package vestibule.intake.scan;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Speaks clamd's {@code INSTREAM} on 127.0.0.1, and misbehaves as it is told to. */
public final class FakeClamd implements AutoCloseable {

    /** What it finds: a document of its own, or anywhere in another one. */
    public static final String SIGNATURE = "{\"vestibule\": \"test signature\"}";

    /** What becomes of connections that begin from now on. */
    public enum Mood {
        SCANS,
        /** Does not even read. */
        HANGS,
        /** Reads everything and says nothing. */
        KEEPS_SILENT,
        /** Hangs up at the first chunk. */
        HANGS_UP,
        /** Refuses the first chunk, as clamd does past {@code StreamMaxLength}. */
        IS_LIMITED,
        /** Says that all is well before it has seen everything. */
        IS_HASTY,
        /** Says what no clamd says. */
        BABBLES,
        /** Says more than any clamd, without an end. */
        CHATTERS
    }

    private static final int RECEIVE_BYTES = 256 * 1024;

    private static final FakeClamd RUNNING = new FakeClamd();

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile ServerSocket listening;
    private volatile Thread accepting;
    private volatile Mood mood = Mood.SCANS;
    private volatile long heard;

    public FakeClamd() {
        listening = bind(0);
        port = listening.getLocalPort();
        accepting = acceptOn(listening);
    }

    /** The one that the service of a module's tests has; it ends with this JVM. */
    public static FakeClamd running() {
        return RUNNING;
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public void becomes(Mood next) {
        mood = next;
    }

    /** Nobody listens any more at the address. */
    public void stops() {
        close();
    }

    /** As at the beginning; connections that hang are ended. */
    public void recovers() {
        close();
        mood = Mood.SCANS;
        listening = bind(port);
        accepting = acceptOn(listening);
    }

    public int connections() {
        return open.size();
    }

    /** The bytes of the last document that was scanned to its end. */
    public long lastLength() {
        return heard;
    }

    @Override
    public void close() {
        try {
            listening.close();
            // Until its thread is back from the kernel the port is still taken.
            accepting.join();
            for (var connection : open) {
                connection.close();
            }
            open.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ServerSocket bind(int at) {
        try {
            var server = new ServerSocket();
            // So that one who does not read is noticed after a few megabytes at most.
            server.setReceiveBufferSize(RECEIVE_BYTES);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 50);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Thread acceptOn(ServerSocket server) {
        return Thread.ofPlatform().daemon().name("fake-clamd").start(() -> accept(server));
    }

    private void accept(ServerSocket server) {
        while (true) {
            try {
                var client = server.accept();
                open.add(client);
                var now = mood;
                if (now != Mood.HANGS) {
                    Thread.ofPlatform().daemon().start(() -> serve(client, now));
                }
            } catch (IOException stopped) {
                return;
            }
        }
    }

    private void serve(Socket client, Mood now) {
        try (client) {
            var in = new DataInputStream(client.getInputStream());
            var answer = answer(in, now);
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            if (now == Mood.CHATTERS) {
                in.read();
            }
        } catch (IOException hungUp) {
            // The other side waits no longer.
        } finally {
            open.remove(client);
        }
    }

    private String answer(DataInputStream in, Mood now) throws IOException {
        var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
            return "UNKNOWN COMMAND\0";
        }
        return switch (now) {
            case SCANS -> scan(in);
            case HANGS_UP -> firstChunk(in, "");
            case IS_LIMITED -> firstChunk(in, "INSTREAM size limit exceeded. ERROR\0");
            case IS_HASTY -> firstChunk(in, "stream: OK\0");
            case BABBLES -> {
                scan(in);
                yield "stream: fine\0";
            }
            case CHATTERS -> {
                scan(in);
                yield "stream: OK ".repeat(1000);
            }
            case HANGS, KEEPS_SILENT -> {
                in.transferTo(OutputStream.nullOutputStream());
                yield "";
            }
        };
    }

    private static String firstChunk(DataInputStream in, String answer) throws IOException {
        in.skipNBytes(in.readInt());
        return answer;
    }

    private String scan(DataInputStream in) throws IOException {
        var seen = "";
        var found = false;
        long length = 0;
        for (int next = in.readInt(); next > 0; next = in.readInt()) {
            seen += new String(in.readNBytes(next), StandardCharsets.ISO_8859_1);
            found |= seen.contains(SIGNATURE);
            seen = seen.substring(Math.max(0, seen.length() - SIGNATURE.length()));
            length += next;
        }
        heard = length;
        return found ? "stream: Vestibule.Test-1 FOUND\0" : "stream: OK\0";
    }
}
