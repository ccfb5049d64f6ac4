package vestibule.intake.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The header of one part of a form.
 *
 * @param name of the field, case-sensitive
 * @param fileName as sent, decoded once: {@code filename*} before {@code filename}, UTF-8 else
 *     ISO-8859-1, {@code %22} of the plain form read as a quote; empty where there is no such
 *     parameter
 * @param wireFileName the same with every {@code %22} as it came over the wire
 * @param headers all headers by name in lower case, as sent
 */
public record PartHeader(
        String name,
        Optional<String> fileName,
        Optional<String> wireFileName,
        Map<String, String> headers) {

    private static final Set<String> PLAIN_ENCODINGS = Set.of("", "7bit", "8bit", "binary");

    public PartHeader {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /**
     * True when the bytes stand as they are: no {@code Content-Transfer-Encoding} that would have
     * to be undone.
     */
    public boolean isPlain() {
        return PLAIN_ENCODINGS.contains(
                header("content-transfer-encoding").orElse("").strip().toLowerCase(Locale.ROOT));
    }

    /** Empty when the block is no header of a form part, or announces parts within the part. */
    static Optional<PartHeader> parse(String block) {
        return fields(block).filter(headers -> !isMultipart(headers)).flatMap(PartHeader::of);
    }

    private static Optional<PartHeader> of(Map<String, String> headers) {
        return Optional.ofNullable(headers.get("content-disposition"))
                .flatMap(HeaderValue::parse)
                .filter(disposition -> disposition.value().equals("form-data"))
                .flatMap(
                        disposition ->
                                disposition
                                        .parameter("name")
                                        .map(name -> of(decode(name), disposition, headers)));
    }

    private static PartHeader of(
            String name, HeaderValue disposition, Map<String, String> headers) {
        var extended = disposition.parameter("filename*").flatMap(PartHeader::extended);
        var plain = disposition.parameter("filename").map(PartHeader::decode);
        // curl and browsers write a quote as %22; nothing else is decoded in the plain form.
        var unquoted = plain.map(sent -> sent.replace("%22", "\""));
        return new PartHeader(name, extended.or(() -> unquoted), extended.or(() -> plain), headers);
    }

    private static Optional<Map<String, String>> fields(String block) {
        var fields = new HashMap<String, String>();
        for (var line : block.replaceAll("\r\n[ \t]+", " ").split("\r\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            var colon = line.indexOf(':');
            var name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
            if (name.isBlank()
                    || fields.put(name, HeaderValue.trimmed(line.substring(colon + 1))) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(fields);
    }

    private static boolean isMultipart(Map<String, String> headers) {
        return headers.getOrDefault("content-type", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/");
    }

    /** {@code charset'language'percent-encoded} (RFC 8187); empty when it is not that. */
    private static Optional<String> extended(String value) {
        var parts = value.split("'", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        return switch (parts[0].toUpperCase(Locale.ROOT)) {
            case "UTF-8" ->
                    percentDecoded(parts[2])
                            .flatMap(bytes -> strict(bytes, StandardCharsets.UTF_8));
            case "ISO-8859-1" ->
                    percentDecoded(parts[2])
                            .flatMap(bytes -> strict(bytes, StandardCharsets.ISO_8859_1));
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> percentDecoded(String text) {
        var bytes = ByteBuffer.allocate(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c != '%') {
                bytes.put((byte) c);
            } else if (i + 2 < text.length()
                    && isHex(text.charAt(i + 1))
                    && isHex(text.charAt(i + 2))) {
                bytes.put((byte) Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        var decoded = new byte[bytes.position()];
        bytes.flip().get(decoded);
        return Optional.of(decoded);
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }

    private static String decode(String raw) {
        return strict(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .orElse(raw);
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notThatCharset) {
            return Optional.empty();
        }
    }
}
