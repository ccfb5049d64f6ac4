package vestibule.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request whose bytes are made once and sent again and again.
 *
 * @param line method and path
 * @param expected the status without which there is nothing to measure
 */
record Call(
        URI service, String line, Map<String, String> headers, List<byte[]> body, int expected) {

    Call {
        headers = Map.copyOf(headers);
        body = List.copyOf(body);
    }

    byte[] head() {
        var lines =
                headers.entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                        .collect(Collectors.joining());
        return "%s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n%s\r\n"
                .formatted(line, service.getAuthority(), length(), lines)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private long length() {
        return body.stream().mapToLong(piece -> piece.length).sum();
    }
}
