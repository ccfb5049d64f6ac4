package vestibule.intake.body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntSupplier;

/** What a reader made of a Base64 text; of an invalid one nothing but that is of meaning. */
record RecordedBase64(
        boolean valid, String bytes, long characters, boolean dataUri, Optional<String> type) {

    /** Reads a text given at once. */
    static RecordedBase64 of(String text) {
        return inArrays(text, () -> Math.max(1, text.length()));
    }

    static RecordedBase64 inArrays(String text, IntSupplier lengths) {
        var decoded = new ByteArrayOutputStream();
        var reader =
                new Base64Text(
                        (bytes, offset, length) -> {
                            decoded.write(bytes, offset, length);
                            return true;
                        });
        Feeding.feed(reader, text.getBytes(StandardCharsets.ISO_8859_1), lengths);
        reader.end();
        return new RecordedBase64(
                reader.isValid(),
                reader.isValid() ? decoded.toString(StandardCharsets.ISO_8859_1) : "",
                reader.isValid() ? reader.characters() : 0,
                reader.isDataUri(),
                reader.declaredType());
    }
}
