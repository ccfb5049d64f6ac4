package vestibule.local.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A whole request, ready to be sent at any pace. */
record Request(String line, Map<String, String> headers, byte[] body) {

    private static final String BOUNDARY = "faults-5b1e07";

    static Request json(String line, String header, String credential, byte[] body) {
        return new Request(
                line, Map.of(header, credential, "Content-Type", "application/json"), body);
    }

    /** A field of a form; with a file name it is a file. */
    record Field(String name, String fileName, byte[] value) {

        static Field text(String name, String value) {
            return new Field(name, "", value.getBytes(ISO_8859_1));
        }

        private String head() {
            var file =
                    fileName.isEmpty()
                            ? ""
                            : "; filename=\"%s\"\r\nContent-Type: image/png".formatted(fileName);
            return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                    .formatted(BOUNDARY, name, file);
        }
    }

    static Request form(String line, String header, String credential, Field... fields) {
        var body = new ByteArrayOutputStream();
        for (var field : fields) {
            body.writeBytes(field.head().getBytes(ISO_8859_1));
            body.writeBytes(field.value());
            body.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        body.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(ISO_8859_1));
        return new Request(
                line,
                Map.of(
                        header,
                        credential,
                        "Content-Type",
                        "multipart/form-data; boundary=" + BOUNDARY),
                body.toByteArray());
    }

    private Request with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Request(line, more, body);
    }

    /** As vendors sign who use HMAC: the body alone. */
    Request signed(String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(ISO_8859_1), "HmacSHA256"));
            return with("x-hmac-signature", HexFormat.of().formatHex(mac.doFinal(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] head() {
        var head = new StringBuilder(line).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        return head.toString().getBytes(ISO_8859_1);
    }
}
