package vestibule.intake.body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A short text of a form or a JSON object: no more of it is kept than shows that it is too long.
 */
public final class TextField implements ByteSink {

    private final int maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public TextField(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Always true: that it is too long is judged with everything else. */
    @Override
    public boolean accept(byte[] data, int offset, int length) {
        bytes.write(data, offset, Math.min(length, maxBytes + 1 - bytes.size()));
        return true;
    }

    public boolean isTooLong() {
        return bytes.size() > maxBytes;
    }

    /** As UTF-8; when it is too long, its beginning. */
    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
