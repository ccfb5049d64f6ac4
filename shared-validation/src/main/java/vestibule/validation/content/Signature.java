package vestibule.validation.content;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vestibule.validation.ContentType;

/** How a format begins, and who reads it. */
record Signature(Predicate<Head> matches, Function<Head, FormatReader> reader) {

    static Signature ascii(String start, Supplier<FormatReader> reader) {
        return at(0, start.getBytes(StandardCharsets.US_ASCII), reader);
    }

    static Signature hex(String start, Supplier<FormatReader> reader) {
        return at(0, HexFormat.of().parseHex(start), reader);
    }

    static Signature riff(String form, Supplier<FormatReader> reader) {
        return new Signature(head -> head.has(0, "RIFF") && head.has(8, form), _ -> reader.get());
    }

    static Signature refused(ContentType type, String hex) {
        return hex(hex, () -> new NamedOnly(type));
    }

    private static Signature at(int offset, byte[] expected, Supplier<FormatReader> reader) {
        return new Signature(head -> head.has(offset, expected), _ -> reader.get());
    }
}
