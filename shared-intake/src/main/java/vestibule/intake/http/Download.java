package vestibule.intake.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * A stored document on its way back to its owner. The headers keep a browser from rendering or
 * keeping it, whatever it is.
 *
 * @param sha256 lower-case hex
 */
public record Download(String type, long size, String name, String sha256) {

    /**
     * The stream is closed when the last byte is sent, or when the client is gone. Quarkus REST
     * does so itself once it has begun to send it, but not for a client that left before.
     */
    public Response of(InputStream bytes) {
        CurrentRequestManager.get().registerCompletionCallback(done -> close(bytes));
        return headers().entity(bytes).build();
    }

    private static void close(InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException broken) {
            // It is over in any case.
        }
    }

    /** For HEAD: the object is not opened, so nothing has to be closed. */
    public Response withoutBytes() {
        return headers().build();
    }

    private Response.ResponseBuilder headers() {
        return Response.ok()
                .type(type)
                .header(HttpHeaders.CONTENT_LENGTH, size)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename*=UTF-8''" + encoded(name))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Repr-Digest", "sha-256=:" + base64(sha256) + ":");
    }

    /** Percent-encoded as RFC 8187 wants it: the form encoding differs in these two characters. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
