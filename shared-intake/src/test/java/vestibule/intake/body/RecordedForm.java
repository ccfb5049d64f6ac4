package vestibule.intake.body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** What a scanner made of a form: its parts, and whether it was sound. */
final class RecordedForm implements PartHandler {

    private static final MultipartScanner.Limits LIMITS = new MultipartScanner.Limits(20, 16_384);

    /** One part as it was told. */
    static final class Recorded {
        final PartHeader header;
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean ended;

        Recorded(PartHeader header) {
            this.header = header;
        }

        String text() {
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }
    }

    final List<Recorded> parts = new ArrayList<>();
    boolean malformed;

    /** Scans a form with the boundary {@code b}, given at once. */
    static RecordedForm of(String body) {
        return of(body, LIMITS);
    }

    static RecordedForm of(String body, MultipartScanner.Limits limits) {
        var bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return scan("b", limits, bytes, () -> Math.max(1, bytes.length));
    }

    /** Scans in arrays of the given lengths; each lies somewhere inside of a larger array. */
    static RecordedForm inArrays(String boundary, byte[] body, IntSupplier lengths) {
        return scan(boundary, LIMITS, body, lengths);
    }

    private static RecordedForm scan(
            String boundary, MultipartScanner.Limits limits, byte[] body, IntSupplier lengths) {
        var form = new RecordedForm();
        var scanner = new MultipartScanner(boundary, limits, form);
        if (Feeding.feed(scanner, body, lengths)) {
            scanner.end();
        }
        form.malformed = scanner.malformed();
        return form;
    }

    List<String> texts() {
        return parts.stream().map(Recorded::text).toList();
    }

    @Override
    public boolean begin(PartHeader header) {
        parts.add(new Recorded(header));
        return true;
    }

    @Override
    public boolean data(byte[] bytes, int offset, int length) {
        parts.getLast().bytes.write(bytes, offset, length);
        return true;
    }

    @Override
    public void end() {
        parts.getLast().ended = true;
    }
}
