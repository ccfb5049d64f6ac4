package vestibule.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A small form with its documents, for the demo's requests. */
final class MultipartForm {

    private static final String BOUNDARY = "vestibule-demo-6f1d2c";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    MultipartForm field(String name, String value) {
        part("form-data; name=\"%s\"\r\n".formatted(name), value.getBytes(UTF_8));
        return this;
    }

    MultipartForm file(String name, String fileName, String type, byte[] content) {
        part(
                "form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n"
                        .formatted(name, fileName, type),
                content);
        return this;
    }

    private void part(String disposition, byte[] content) {
        write("--%s\r\nContent-Disposition: %s\r\n".formatted(BOUNDARY, disposition));
        bytes.writeBytes(content);
        write("\r\n");
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(UTF_8));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes.toByteArray());
        whole.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
        return whole.toByteArray();
    }
}
