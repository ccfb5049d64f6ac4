package vestibule.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive connection that uploads the same form again and again, with next to no cost of its
 * own.
 */
final class FileClient implements AutoCloseable {

    private static final String BOUNDARY = "----vestibule-bench";

    private final Socket socket;
    private final InputStream in;
    private final byte[] head;
    private final byte[] content;
    private final byte[] tail =
            ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.ISO_8859_1);

    FileClient(RunningStack stack, String purpose, String name, byte[] content) throws IOException {
        var service = stack.fileService();
        socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        this.content = content;
        var form =
                """
                --%1$s\r
                Content-Disposition: form-data; name="purpose"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s"\r
                \r
                """
                        .formatted(BOUNDARY, purpose, name);
        var length = form.length() + content.length + tail.length;
        head =
                """
                POST /v1/files HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: multipart/form-data; boundary=%s\r
                Content-Length: %d\r
                \r
                %s"""
                        .formatted(
                                service.getAuthority(),
                                stack.of("FILE_TOKEN"),
                                BOUNDARY,
                                length,
                                form)
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    void upload() throws IOException {
        var out = socket.getOutputStream();
        out.write(head);
        out.write(content);
        out.write(tail);
        var status = line();
        var length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.contains(" 201 ")) {
            throw new IOException(status + " " + body);
        }
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
