package vestibule.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One kept-alive connection, with next to no cost of its own. */
final class Connection implements AutoCloseable {

    /**
     * @param closes the service ends the connection with this answer
     */
    record Answer(int status, String body, boolean closes) {}

    private final Socket socket;
    private final InputStream in;

    Connection(URI service) throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** The same call again and again, on a connection that is opened anew when it is closed. */
    static Work repeating(Call call) {
        return new Work() {
            private final byte[] head = call.head();
            private @Nullable Connection connection;

            @Override
            public void once() throws IOException {
                if (connection == null) {
                    connection = new Connection(call.service());
                }
                if (connection.send(call, head).closes()) {
                    connection.close();
                    connection = null;
                }
            }

            @Override
            public void close() throws IOException {
                if (connection != null) {
                    connection.close();
                }
            }
        };
    }

    Answer send(Call call) throws IOException {
        return send(call, call.head());
    }

    private Answer send(Call call, byte[] head) throws IOException {
        var out = socket.getOutputStream();
        out.write(head);
        for (var piece : call.body()) {
            out.write(piece);
        }
        var answer = receive();
        if (answer.status() != call.expected()) {
            throw new IOException("%s: %s".formatted(call.line(), answer));
        }
        return answer;
    }

    /** Only the head: the body stays behind, announced. */
    Answer sendHead(Call call) throws IOException {
        socket.getOutputStream().write(call.head());
        return receive();
    }

    private Answer receive() throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0;
        var closes = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var words = header.toLowerCase(Locale.ROOT).split(": *", 2);
            switch (words[0]) {
                case "content-length" -> length = Integer.parseInt(words[1]);
                case "connection" -> closes = words[1].equals("close");
                default -> {}
            }
        }
        return new Answer(status, new String(in.readNBytes(length), UTF_8), closes);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the service closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
