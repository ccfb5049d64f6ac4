package vestibule.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** A multipart form whose documents are not copied. */
final class Form {

    private static final String BOUNDARY = "----vestibule-bench";

    private final List<byte[]> pieces = new ArrayList<>();

    Form field(String name, String value) {
        return part("name=\"%s\"".formatted(name), value.getBytes(UTF_8));
    }

    Form file(String name, String fileName, byte[] content) {
        return part("name=\"%s\"; filename=\"%s\"".formatted(name, fileName), content);
    }

    private Form part(String parameters, byte[] content) {
        add("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, parameters));
        pieces.add(content);
        add("\r\n");
        return this;
    }

    private void add(String text) {
        pieces.add(text.getBytes(UTF_8));
    }

    String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    /** With the end. */
    List<byte[]> pieces() {
        add("--%s--\r\n".formatted(BOUNDARY));
        return pieces;
    }
}
