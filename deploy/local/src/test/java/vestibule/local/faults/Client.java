package vestibule.local.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A client with its hand on the socket: it can be cut at any byte and sees what was taken. */
record Client(int port, String token) {

    private static final int PATIENCE_MILLIS = 120_000;
    private static final String BOUNDARY = "faults-0c5f1e";

    /** Sends the whole request; an answer that comes before its end is taken. */
    Answer upload(Movie movie) throws Exception {
        return upload(movie, Long.MAX_VALUE, () -> {});
    }

    /** The same with a halt once so many bytes are sent. */
    Answer upload(Movie movie, long haltAt, Halt halt) throws Exception {
        return answered(
                haltAt,
                halt,
                out -> {
                    head(movie, out);
                    movie.writeTo(out);
                    end(out);
                });
    }

    /** Sends any request. */
    Answer send(Request request) throws Exception {
        return send(request, Long.MAX_VALUE, () -> {});
    }

    /** The same with a halt once so many bytes are sent. */
    Answer send(Request request, long haltAt, Halt halt) throws Exception {
        return answered(
                haltAt,
                halt,
                out -> {
                    out.write(request.head());
                    out.write(request.body());
                    out.flush();
                });
    }

    private Answer answered(long haltAt, Halt halt, Content content) throws Exception {
        try (var socket = connect()) {
            var sent = new HaltingStream(socket.getOutputStream(), haltAt, halt);
            try {
                content.writeTo(sent);
            } catch (IOException refusedEarly) {
                // The answer tells.
            }
            return answer(socket.getInputStream(), sent.count(), System.nanoTime());
        }
    }

    private interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /** Hangs up as a client that crashed: what is on its way is lost. */
    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Sends so many bytes, waits until told so, and breaks the connection. */
    void cut(Movie movie, long bytes, Halt beforeTheCut) throws Exception {
        try (var socket = connect()) {
            Halt halt =
                    () -> {
                        beforeTheCut.await();
                        reset(socket);
                    };
            var sent = new HaltingStream(socket.getOutputStream(), bytes, halt);
            head(movie, sent);
            movie.writeTo(sent);
            throw new AssertionError("the movie has no byte " + bytes);
        } catch (SocketException cut) {
            // As intended.
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private void head(Movie movie, OutputStream out) throws IOException {
        var before = before();
        var length = before.length() + movie.size() + after().length();
        var head =
                """
                POST /v1/files HTTP/1.1\r
                Host: 127.0.0.1\r
                Authorization: Bearer %s\r
                Content-Type: multipart/form-data; boundary=%s\r
                Content-Length: %d\r
                Connection: close\r
                \r
                """;
        out.write(head.formatted(token, BOUNDARY, length).getBytes(ISO_8859_1));
        out.write(before.getBytes(ISO_8859_1));
    }

    private static String before() {
        return """
        --%s\r
        Content-Disposition: form-data; name="purpose"\r
        \r
        selfie_video\r
        --%s\r
        Content-Disposition: form-data; name="file"; filename="selfie.mp4"\r
        Content-Type: video/mp4\r
        \r
        """
                .formatted(BOUNDARY, BOUNDARY);
    }

    private static String after() {
        return "\r\n--%s--\r\n".formatted(BOUNDARY);
    }

    private static void end(OutputStream out) throws IOException {
        out.write(after().getBytes(ISO_8859_1));
        out.flush();
    }

    /** An answer without body length ends with the connection. */
    private static Answer answer(InputStream in, long sent, long lastByte) throws IOException {
        var whole = new String(in.readAllBytes(), ISO_8859_1);
        var end = whole.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new EOFException("closed without an answer after " + sent + " bytes");
        }
        var lines = whole.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            var field = lines[i].split(":", 2);
            headers.put(field[0].toLowerCase(Locale.ROOT), field[1].strip());
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ", 3)[1]),
                headers,
                whole.substring(end + 4),
                sent,
                Duration.ofNanos(System.nanoTime() - lastByte));
    }
}
