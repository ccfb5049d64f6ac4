package vestibule.intake.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** HTTP by hand, for what a well-behaved client would never send. */
public final class Talk implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    private Talk(Socket socket) {
        this.socket = socket;
    }

    public static Talk to(URI server) throws IOException {
        var socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new Talk(socket);
    }

    /** Sends lines of a head (ends of lines and the blank line are added). */
    public Talk say(String... head) throws IOException {
        return sayRaw(String.join("\r\n", head) + "\r\n\r\n");
    }

    public Talk sayRaw(String text) throws IOException {
        var out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return this;
    }

    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /** Reads one answer: its head, and its body by Content-Length. */
    public Answer hear() throws IOException {
        var answer = hearHead();
        int length = answer.header("content-length").map(Integer::parseInt).orElse(0);
        var body = socket.getInputStream().readNBytes(length);
        return new Answer(
                answer.status(), answer.headers(), new String(body, StandardCharsets.UTF_8));
    }

    /** Reads the head of an answer and leaves its body. */
    public Answer hearHead() throws IOException {
        var in = socket.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + head);
            }
            head.append((char) next);
        }
        var lines = Arrays.asList(head.toString().strip().split("\r\n", -1));
        return new Answer(lines.getFirst(), lines.subList(1, lines.size()), "");
    }

    /** Whatever comes until the other side closes. */
    public String hearOut() throws IOException {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Hangs up as a client that crashed: what is on its way is lost. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    public record Answer(String status, List<String> headers, String body) {

        public int code() {
            return Integer.parseInt(status.substring(9, 12));
        }

        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }
}
