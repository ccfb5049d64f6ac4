package vestibule.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The ports of the embedded programs, all on 127.0.0.1. */
public record StackPorts(int kafka, int kafkaController, int s3, int postgres) {

    /** Below the range from which systems take the ports of outgoing connections. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    private static final Duration RELEASED_WITHIN = Duration.ofSeconds(2);

    /** No two callers get the same one before the first of them listens there. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    /** Four ports nobody listens on right now. */
    public static StackPorts free() {
        return new StackPorts(freePort(), freePort(), freePort(), freePort());
    }

    /**
     * A port nobody listens on right now and nobody else in this JVM was given, from a range that
     * no outgoing connection takes while the program behind it is down for a test.
     */
    public static int freePort() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
    }

    /**
     * Throws a message that names the port and who wants it, when something goes on listening
     * there: the children of a server that was killed hold its port for a moment longer.
     */
    public static void requireFree(int port, String wantedFor) {
        var deadline = System.nanoTime() + RELEASED_WITHIN.toNanos();
        while (!isFree(port)) {
            if (System.nanoTime() > deadline) {
                throw new StackException(
                        "port %d on 127.0.0.1, wanted for %s, is taken by another program"
                                .formatted(port, wantedFor));
            }
            ChildProcess.pause();
        }
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
