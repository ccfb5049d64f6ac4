package vestibule.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A JSON document of the largest size that a file may have. */
final class LargestReport {

    private static final int MIB = 1024 * 1024;
    private static final String BEFORE =
            """
            --b\r
            Content-Disposition: form-data; name="purpose"\r
            \r
            verification_report\r
            --b\r
            Content-Disposition: form-data; name="file"; filename="a.json"\r
            \r
            ["\
            """;
    private static final String AFTER = "\"]\r\n--b--\r\n";

    private LargestReport() {}

    static HttpRequest to(String gateway, String token) {
        return HttpRequest.newBuilder(URI.create(gateway + "/v1/files"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofInputStream(LargestReport::body))
                .build();
    }

    private static InputStream body() {
        var letters = new byte[MIB];
        Arrays.fill(letters, (byte) 'x');
        var pieces =
                Stream.of(
                                List.of(BEFORE.getBytes(US_ASCII)),
                                Collections.nCopies(199, letters),
                                List.of(AFTER.getBytes(US_ASCII)))
                        .flatMap(List::stream)
                        .map(ByteArrayInputStream::new)
                        .toList();
        return new SequenceInputStream(Collections.enumeration(pieces));
    }
}
